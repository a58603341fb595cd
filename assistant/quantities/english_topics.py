"""The English table of topics: what is measured, which way it moves, what is denied."""

from __future__ import annotations

import re

from assistant.quantities.english_states import BALLOTS, STATES, TELLING_DAYS
from assistant.quantities.english_things import THINGS
from assistant.quantities.topics import Topic, Topics


def _verbs(stems: str) -> str:
    """Regular forms of verbs: "increase" gives increases, increased, increasing; "drop" dropped."""
    found = []
    for verb in stems.split("|"):
        head = verb[:-1] if verb.endswith("e") else verb
        head += head[-1] if _SHORT.fullmatch(verb) else ""
        found += [verb, verb + "s", head + "ed", head + "ing"]
    return "|".join(found)


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # one syllable: the last consonant is doubled


def _nouns(stems: str) -> str:
    return "|".join(f"{noun}|{noun}s" for noun in stems.split("|"))


MEASURES = {
    "revenue": "revenue|revenues|sales|turnover|net sales|takings",
    "net_profit": "profit|profits|net income|earnings|earned|earn|earns|net profit",
    "operating_profit": "profit|profits|earnings|earned|earn|earns|operating income"
    "|operating profit",
    "loss": "lost|lose|loses|losing|made a loss|net loss|loss of|lost money|posted a loss|losses of"
    "|in the red",
    "spending": _verbs("invest|budget") + "|investment|investments|capital expenditure|capex|spend"
    "|spends|spent|spending|cost|costs|budgets|set aside|outlay|funding|expenditure|price tag",
    "sold": "sells for|sell for|sold for|sold|sell|sells|selling|sales|takings|unit sales"
    "|turns over|turned over",
    "assets": "assets|asset value",
    "stock": "stock|stocks|share price|stock price|its shares|shares trade|shares trade at",
    "debt": "bad-loan|bad loan|bad loans|non-performing loans|debt|debts|owes|owed|liabilities"
    "|indebted",
    "borrowing": "borrowed|borrows|borrowing|borrow|loan|loans|lent|lends|lending",
    "reserves": "reserves|reserve",
    "cash": "cash|cash pile|cash holdings",
    "subsidy": "subsidy|subsidies|subsidise|subsidised|subsidized|subsidises",
    "layoffs": "laid off|lays off|lay off|laying off|layoff|layoffs|redundancies|made redundant",
    "purchases": "procured|procures|procurement|purchased from|buys from|bought from|bought|buys",
    "delivered": "delivered|delivers|delivery|deliveries|handed over",
    "hire": "chartered|charters|chartering|leased|leases|leasing|rented|rents|renting|on lease",
    "market_value": "market value|market capitalisation|market capitalization|market cap|valuation",
    "deposits": "deposits|deposit",
    "dividend": "dividend|dividends",
    "price": "cost|costs|price|prices|priced|ticket|fare|fares|sells for|sell for|sold for"
    "|fetches|fetched|goes for|go for",
    "pay": "earn|earns|earned|wage|wages|salary|salaries|pay of|pays its staff|earns a month",
    "fee": "fee|fees|toll|tolls|charge|charges",
    "fine": "fine|fines|fined|penalty|penalties",
    "tax": "tax|taxes|vat|levy",
    "spread": "spread|spreads|gap|margin over|differential",
    "interest": "interest rate|rate|policy rate|interest|yield|coupon",
    "inflation": "inflation|consumer prices",
    "economy": "gdp|economy|economic growth",
    "unemployment": "unemployment|jobless",
    "stake": "stake|stakes|shareholding|owns|own|owned|holds a",
    "market_share": "market share|share of the market|tender market|of the market|share of",
    "staff": "employees|workforce|staff|employs|employ|employed|headcount|workers|payroll",
    "population": "population|inhabitants|residents",
    "capacity": "capacity|generating capacity|output capacity",
    "production": "production|produced|produces|output|manufactured|made cars|harvested|harvest"
    "|harvests",
    "exports": "export|exports|exported",
    "imports": "import|imports|imported",
    "orders": "orders|order book|bookings|ordered|backlog",
    "occupancy": "occupancy|occupancy rate",
    "visitors": "guests|visitors|tourists|arrivals|guests",
    "passengers": "passengers|ridership|riders",
    "customers": "customers|subscribers|clients|users",
    "votes": "votes|turnout|voters|ballots",
    "area": "covers|area|acreage",
    "floor": "floor area|floor space|usable area|usable space|floorspace",
    "plot": "plot|plot of|plot of land|site area",
    "length": "long|length",
    "weight": "weighs|weight|weighing",
    "height": "tall|high|height|altitude|elevation|above sea level",
    "width": "wide|width",
    "distance": "away|distance|offshore|from the coast|off the coast",
    "depth": "deep|depth|below ground|underground|beneath the surface",
    "age": "aged|age of|years old|year-old",
    "deaths": "died|killed|killing|kills|dead|deaths|fatalities|death toll|claimed the lives of",
    "injured": "injured|injuring|injures|hurt|hurting|wounded|wounding|injuries",
    "infected": "infected|cases|infections",
    "patients": "patients|cases|in hospital|hospitalised",
    "recovered": "recovered|recoveries|cured",
    "missing": "missing",
    "arrested": "arrested|arrests|detained",
    "evacuated": "evacuated|evacuees|evacuations",
    "rescued": "rescued|survivors|survived",
    "hired": "hired|hires|recruited|took on",
    "admitted": "admitted|admits|admit|enrolled|enrols|enrol|took in",
    "applied": "applicants|applied|applications",
    "registered": "registered|registrations|registrants",
    "donated": "donated|donation|donations|gave",
    "production_cost": "to train|training the model|trained",
}

TOPICS = Topics(
    code="en",
    spaced=True,
    words={
        Topic.MEASURE: MEASURES,
        Topic.MOVE: {
            "up": _verbs(
                "increase|climb|jump|gain|surge|soar|expand|widen|strengthen|advance|raise"
            )
            + "|went up|goes up|go up|rise|rises|rose|risen|rising|grow|grows"
            "|grew|grown|growing|up|growth|growth of"
            "|increase of|gain of"
            "|added|hiked|lifted|doubled|tripled|quadrupled|rallied|double|triple",
            "down": _verbs("decrease|decline|drop|slump|tumble|plunge|weaken|reduce|narrow")
            + "|slid|slide|slides|sliding"
            "|came down|come down|comes down|went down|goes down|go down"
            "|fall|falls|fell|fallen|falling|cut|cuts|cutting|down|loses|lost|lose|shrank|shrunk"
            "|contracted|halved|slipped|trimmed|slashed|lowered|losing|shed|sank|reduction"
            "|halving|decrease of|decline of|drop of|fall of|erased|erases|erasing|wiped out"
            "|wipes out"
            "|wiping out|wiped off|knocked off"
            "|knocked|knocking|knocks|wiped a|wiped about|wiped|shaved|shaves"
            "|shaving|shedding|sheds",
        },
        Topic.BY: {"by": "by|growth of|increase of|decrease of|decline of|drop of|fall of|gain of"},
        Topic.THAT: {"that": "that"},
        Topic.TO: {
            "to": "to|at|reach|reaches|reached|hit|touched|touches|touching|stands at|stood at"
            "|totalled|reaching|left"
        },
        Topic.BASE: {
            "from": "from|after|against|compared with|compared to|versus|up from|down from"
            "|previously"
        },
        Topic.NEGATION: {
            "no": "not|not guilty|found not guilty|no|never|no longer|none|nobody|neither|nor"
            "|without|denied|denies|didn't|isn't"
            "|hasn't|doesn't|won't|cannot|can't|wasn't|weren't|haven't|don't|not yet|nothing"
            "|exclude|excludes|excluding|excluded|not including|failed to|yet to"
            "|unfinished|incomplete|not part of"
            "|has yet to|have yet to|had yet to",
            "hardly": "hardly|scarcely|barely",
            "stopped": "refused|refuses|rejected|voted down|threw out|cancelled|scrapped|called off"
            "|suspended|halted|declined to|turned down|ruled out",
        },
        Topic.EXPECTED: {
            "expected": _verbs("expect|forecast|predict|estimate|anticipate")
            + "|projected|projecting|projects that|expectation|target|targets|aims|aim|aimed"
            "|hopes|hoped|outlook|guidance|guided|guides to|guiding to|goal|projection|projections"
        },
        Topic.FUTURE: {
            "future": "will|is to|are to|plans|plan|planned|plans to|intends|intends to|going to"
            "|set to|due to|next year|would|is due|scheduled|proposes|proposed|announced"
        },
        Topic.UNDECIDED: {
            "undecided": "undecided|not decided|yet to decide|whether|considering|is weighing"
            "|not yet decided|has not decided|mulling|under discussion|unclear|rumoured"
        },
        Topic.ALL: {"all": "all|every|each|entire|everyone|always|whole"},
        Topic.DEPENDING: {
            "depending": "range from|vary from|varied from|varying from"
            "|depending on|depends on|ranging from|ranged from|ranges from"
            "|varies from|ranging|according to the|varies|based on|by size|by age|by income"
            "|in line with|graded by|on a sliding scale"
        },
        Topic.SUM: {
            "sum": "combined|together|in total|between them|altogether|jointly|in all|total"
        },
        Topic.RESPECTIVE: {"respective": "respectively"},
        Topic.EXIST: {
            "there": "has|have|had|there are|there were|is home to|are home to|runs|operates"
            "|employs|employed|numbers|in all"
        },
        Topic.PACK: {
            "tray": "trays|tray",
            "box": "boxes|cartons|crates|cases of",
            "sack": "sacks|bags",
            "bottle": "bottles",
            "pair": "pairs",
            "pack": "packs|packets|sachets",
            "tin": "tins|cans",
            "roll": "rolls",
        },
        Topic.BEING: {"being": "is|was|is the|was the|becomes|became|as the"},
        Topic.TENDING: {"tending": "looks after|look after|cares for|care for|responsible for"},
        Topic.PART: {
            "part": "of whom|of which|of these|of them|among them|including|includes|included"
        },
        Topic.FUNDS: {"raised": "raise|raises|raised|raising"},
        Topic.SPAN: {
            "quarter": "latest quarter|past quarter|previous quarter"
            "|this quarter|current quarter|recent quarter"
        },
        Topic.LATEST: {"latest": "latest|most recent|newest"},
        Topic.EDGE: {
            "low": "lowest|minimum",
            "high": "highest|maximum|a peak of|its peak|at the peak|peaked|peaks at",
        },
        Topic.UNANIMOUS: {"unanimous": "unanimous|unanimously"},
        Topic.MORE: {
            "more": "more|higher|larger|bigger|greater|longer|taller|faster|ahead of|exceeded"
            "|outsold|overtook|surpassed|outnumber",
            "less": "fewer|less|lower|smaller|shorter|behind|below|trailed",
        },
        Topic.THAN: {"than": "than"},
        Topic.TOP: {
            "top": "largest|biggest|highest|leads|led|leading|top|most|first|number one|tops"
            "|leader",
            "bottom": "smallest|lowest|least|last|fewest|bottom",
        },
        Topic.RANK: {
            "rank": "rank|ranks|ranked|place|placed|position|largest|biggest|came|comes"
            "|finished|finishes|finish|finishing|came home|runner-up"
        },
        Topic.QUALIFIER: {
            "deputy": "deputy|vice|assistant",
            "former": "former|ex",
            "acting": "acting|interim",
            "subsidiary": "subsidiary|unit of|arm of",
            "opposition": "opposition",
            "uncle": "uncle|aunt",
        },
        Topic.KIN: {
            "son": "son|sons",
            "daughter": "daughter|daughters",
            "wife": "wife|widow",
            "husband": "husband|widower",
            "brother": "brother|brothers",
            "sister": "sister|sisters",
            "father": "father",
            "mother": "mother",
            "nephew": "nephew|nephews|niece|nieces|grandson|granddaughter|grandchild",
        },
        Topic.SIDE: {
            "north": "north|northern",
            "south": "south|southern",
            "east": "east|eastern",
            "west": "west|western",
        },
        Topic.FIRM: {
            "bank": "bank|banks",
            "insurance": "insurance|insurer|assurance",
            "securities": "securities|brokerage",
            "foundation": "foundation",
            "university": "university|college",
            "hospital": "hospital|clinic",
            "airline": "airline|airlines|airways",
            "hotel": "hotel|hotels",
        },
        Topic.AFTER: {"after": "after|after the"},
        Topic.BEFORE: {"before": "before|before the|prior to|ahead of"},
        Topic.UNTIL: {
            "until": "by|by the|within|within the|no later than|no later than the|until|until the"
        },
        Topic.SINCE: {"since": "since|from"},
        Topic.WHOLE_YEAR: {
            "year": "full year|whole year|full-year|entire year|annual|for the year"
        },
        Topic.OF: {"of": "of"},
        Topic.BEFORE_LEVEL: {
            "base": "level|a year earlier|year earlier|a year ago|previous|last year's|prior year"
            "|last season's|last season|the season before|the year before|a season earlier"
            "|what it was|what they were|what it had been|its former|their former|its old|its size"
        },
        Topic.ONLY_ONE: {"one": "one of|a single|only one"},
        Topic.EXCLUSIVE: {"sole": "the only|sole|solely"},
        Topic.THING: THINGS,
        Topic.STATE: STATES,
        Topic.BALLOT: BALLOTS,
        Topic.STATISTIC: {
            "kind:mean": "average|mean|averaged|on average",
            "kind:median": "median",
            "kind:minimum": "minimum|cheapest",
            "kind:maximum": "most expensive|record|top speed|maximum speed|peak demand|peak load",
            "tax:before": "before tax|pre-tax",
            "tax:after": "after tax|post-tax",
            "costs:gross": "gross",
            "costs:net": "net|net profit|net income|net margin",
            "whom:head": "per head|per capita|a head|per person",
            "whom:household": "household|households|per household",
            "prices:nominal": "nominal",
            "prices:real": "in real terms|inflation-adjusted",
            "seasonal": "seasonally adjusted",
        },
        Topic.POLE: {
            "plus": "profit|profits|surplus|net income|earned",
            "minus": "loss|losses|deficit|made a loss|net loss|lost money|loss of|losses of"
            "|posted a loss|in the red|in deficit|lost",
        },
        Topic.PER: {
            "per": "per|each|apiece|for every|to every|for each",
            "month": "monthly salary|monthly pay|monthly wage|salary of|monthly",
        },
        Topic.AND: {"and": "and"},
        Topic.SHIELD: {
            "-": f"{TELLING_DAYS}|fell short of|falls short of|fall short of|"
            "no.|make up|makes up|made up|up to|set up|sets up|according to|due to|no less"
            "|no fewer|no more than|not less|not more|no later|below the surface|below sea level"
            "|below ground|earnings call|earnings calls|earnings report|earnings reports"
            "|earnings release|earnings season|drew down|draw down|draws down|drawing down"
        },
        Topic.OWNING: {
            "owns": "owns|own|holds|hold|held|has a stake|took a stake|bought",
            "passive": "owned by|held by|bought by|belongs to",
        },
        Topic.SCORE: {
            "won": "won|win|wins|beat|beats|defeated|beating",
            "lost": "lost|lose|loses|beaten",
            "drew": "drew|draw|draws|drawn|tied",
            "score": "score|scored",
        },
        Topic.PLANNED: {
            "planned": "plans|plan to|planned|plans to|intends|intend|intends to|proposes|proposed"
            "|seeks to|wants to|hopes to|considers"
        },
        Topic.DONE: {"done": "already|so far|has now"},
        Topic.CUMULATIVE: {"cumulative": "cumulative|cumulatively|to date|since launch"},
        Topic.STILL: {"still": "still|continues|continue|remains"},
    },
)
