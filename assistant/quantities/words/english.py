"""The English table. Number words are listed once each; numbers are composed of them."""

from __future__ import annotations

from decimal import Decimal

from assistant.quantities.words.english_units import CURRENCIES, UNITS
from assistant.quantities.words.lexicon import Sense, Table, each

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
DIGITS = (
    {word: i for i, word in enumerate(_ONES.split())}
    | {"nil": 0}
    | {word: 10 * i for i, word in enumerate(TENS.split(), start=2)}
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: i for i, word in enumerate(_ORDINALS.split(), start=1)}
ORDINALS |= {word[:-1] + "ieth": 10 * i for i, word in enumerate(TENS.split(), start=2)}
_JOINED_ORDINALS = {
    f"{tens} {word}": 10 * i + ORDINALS[word]
    for i, tens in enumerate(TENS.split(), start=2)
    for word in _ORDINALS.split()[:9]
}

NOUNS = (
    each("person", "person|people|persons|employees|employee|workers|staff|visitors|passengers")
    | each("person", "grandchildren|great-grandchildren|grandsons|granddaughters")
    | each("person", "residents|inhabitants|outpatients|patients|students|pupils|teachers|voters")
    | each("person", "tourists|customers|users|soldiers|men|women|children|jobseekers|deaths")
    | each("person", "attendees|members|doctors|nurses|farmers|arrivals|registrants|subscribers")
    | each("person", "citizens|households members|migrants|refugees|engineers|shareholders")
    | each(
        "person",
        "survivors|survivor|victims|victim|applicants|applicant|guests|guest|monks|pilots|pilot",
    )
    | each(
        "person",
        "candidates|delegates|lawmakers|officers|sailors|fishermen|drivers|players|athletes",
    )
    | each(
        "person",
        "fans|protesters|petitioners|signatories|prisoners|inmates|hostages|settlers|volunteers|donors|clients|buyers",
    )
    | each(
        "person",
        "investors|taxpayers|villagers|islanders|pensioners|retirees|adults|girls|boys|babies",
    )
    | each(
        "person",
        "graduates|trainees|researchers|scientists|lawyers|judges|rescuers|firefighters|medics",
    )
    | each(
        "person",
        "foreigners|expats|hires|recruits|dead|injured|killed|wounded|hurt|missing"
        "|staff members|respondents|followers",
    )
    | each("person", "crew|personnel|police|troops|clergy|wounded|homeless")
    | each(
        "number",
        "sheep|cattle|fish|aircraft|spacecraft|deer|livestock|poultry|buffalo|geese|oxen|mice",
    )
    | each("vehicle", "vehicle|vehicles|car|cars|vans|van|trucks|lorries|motorcycles|pickups|buses")
    | each("house", "house|houses|home|homes")
    | each("household", "household|households|families")
    | each("machine", "machine|machines|servers|computers|devices|handsets")
    | each("place", "place|places|site|sites|village|villages|location|locations|branch|branches")
    | each("place", "store|stores|shops|outlets")
    | each("project", "project|projects")
    | each("job", "job|jobs|position|positions|posts")
    | each("vote", "vote|votes")
    | each("share", "share|shares")
    | each("number", "unit|units|item|items|piece|pieces|copies|tokens|parameters|people's")
    | each(
        "number",
        "downloads|views|streams|likes|clicks|installs|teu|teus|pixels|megapixels"
        "|teaspoons|tablespoons|spoonfuls",
    )
)

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
    "september sept sep|october oct|november nov|december dec"
).split("|")
MONTHS = {name: (i, "ce") for i, names in enumerate(_MONTHS, start=1) for name in names.split()}

BEFORE = (
    each("gt", "more than|over|above|exceed|exceeding|exceeded|exceeds|in excess of|north of")
    | each("gt", "upwards of|upward of|greater than|higher than|just over|slightly more than")
    | each(
        "gt", "well over|longer than|larger than|topped|topping|tops|surpassed|surpassing|beyond"
    )
    | each("gt", "slightly over|slightly above|just above|a little over|a little more than")
    | each("gt", "surged past|soared past|climbed past|went past")
    | each("lt", "less than|fewer than|under|below|south of|lower than|shorter than|smaller than")
    | each(
        "lt",
        "well under|well below|well short of|far short of|fell short of|falls short of"
        "|fall short of",
    )
    | each("almost", "nearly|almost|close to|just under|just short of|just below|approaching")
    | each("almost", "slightly less than|a little under|slightly under|shy of|just shy of")
    | each("approx", "about|around|roughly|approximately|some|approx|approx.|circa|an estimated")
    | each(
        "approx",
        "estimated|in the neighbourhood of|in the neighborhood of"
        "|in the vicinity of|in the region of|in the order of|on the order of|c.|or so",
    )
    | each("approx", "barely|scarcely|only barely|barely over|barely above|barely more than")
    | each("ge", "at least|no fewer than|no less than|not less than|not fewer than|a minimum of")
    | each("ge", "minimum of|minimum|at the very least")
    | each("ge", "cannot be less than|cannot be lower than|cannot be below|cannot be under")
    | each("le", "cannot be more than|cannot be higher than|cannot be above|cannot be over")
    | each("le", "cannot go above|cannot go over|cannot go beyond|cannot go higher than")
    | each("le", "at most|up to|no more than|not more than|as much as|as many as|a maximum of")
    | each(
        "le",
        "maximum of|not exceeding|will not exceed|may not exceed|must not exceed|cannot exceed"
        "|shall not exceed|should not exceed|does not exceed|did not exceed|not exceed"
        "|never exceed|not to exceed|not go above"
        "|capped at|limited to|not higher than|not be more than|not be over|at the most|not over"
        "|capped at|no higher than|maximum",
    )
    | each("exact", "exactly|precisely|only|just|fully|a total of|as high as|as low as")
)

_HOLDINGS = "stake|share|holding|shareholding|interest|owner|shareholder|investor|ownership"

_STEPS = {
    "quarter-point": Decimal("0.25"), "quarter point": Decimal("0.25"),
    "half-point": Decimal("0.5"), "half point": Decimal("0.5"),
}  # fmt: skip

TABLE = Table(
    code="en",
    spaced=True,
    words={
        Sense.DIGIT: DIGITS | each(2, "a couple of|a pair of"),
        Sense.PAIR: {"a couple of": "few", "a pair of": "named"},
        Sense.HUNDRED: {"hundred": 100, "gross of": 144},
        Sense.PERIOD: {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
        | each(10**6, "millions")
        | each(10**9, "billions")
        | {"quadrillion": 10**15, "lakh": 10**5, "crore": 10**7},
        Sense.HALF: {"half": Decimal("0.5")},
        Sense.DOZEN: {"dozen": 12, "score": 20},
        Sense.SEVERAL: each((2, True), "several|a few|many"),
        Sense.PLURAL: {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 10**3}
        | {"millions": 10**6, "billions": 10**9},
        Sense.MOST: each(("gt", False), "most|majority")
        | {"minority": ("lt", False)}
        | each(("gt", True), "a majority|in the majority")
        | each(("lt", True), "a minority|in the minority")
        | {f"majority {what}": ("gt", True) for what in _HOLDINGS.split("|")}
        | {f"minority {what}": ("lt", True) for what in _HOLDINGS.split("|")},
        Sense.DENOMINATOR: each(2, "half|halves")
        | each(4, "quarter|quarters|fourths")
        | {word: value for word, value in ORDINALS.items() if value > 2}
        | {word + "s": value for word, value in ORDINALS.items() if value > 2},
        Sense.POINT: each(True, "point"),
        Sense.PARTS: each(True, "part|parts"),
        Sense.OUT_OF: each(True, "in|out of")
        | each("every", "in every|of every|out of every|in each|out of each"),
        Sense.UNIT: UNITS,
        Sense.MONEY: {word: (code, Decimal(1)) for word, code in CURRENCIES.items()}
        | each(("USD", Decimal("0.01")), "cent|cents|us cents")
        | each(("THB", Decimal("0.01")), "satang")
        | each(("GBP", Decimal("0.01")), "pence|penny"),
        Sense.CENTURY: each("ce", "th century|th-century|st century|nd century|rd century"),
        Sense.HUNDREDTH: each(True, "cent|cents"),
        Sense.NOUN: NOUNS,
        Sense.JOINED_NOUN: each("person", "member|judge|man|woman|player|student|strong")
        | each("vehicle", "car|truck|vehicle")
        | each(
            "number",
            "bed|seat|room|bedroom|storey|story|floor|unit|page|team|nation|country|party|station"
            "|lane|track|turbine|hole|stop|piece|chapter|episode|question|clause|firm|bank"
            "|province|village|house|home|plane|ship|boat|berth|gate|court|screen|table|goal"
            "|match|race|game|round|stage|seater",
        ),
        Sense.BEFORE: BEFORE,
        Sense.PRECISE: each(True, "exactly|precisely"),
        Sense.THROUGHOUT: each(True, "over"),
        Sense.INNER: {"-odd": "gt", "-plus": "ge"},
        Sense.AFTER: each("ge", "or more|or above|and above|or over|and over|and up|or higher")
        | each("ge", "at least|and older|or older|or longer|-plus")
        | each("le", "or less|or fewer|or below|and below|and under|or under|or lower|at most")
        | each("approx", "or so|or thereabouts")
        | each("exact", "exactly|precisely"),
        Sense.OPEN: each(
            True,
            "between|anything from|somewhere from|somewhere between|from anywhere between"
            "|range from|vary from|varied from|varying from|anywhere from"
            "|ranged from|ranging from|ranges from|varies from",
        ),
        Sense.JOIN: each(True, "to|through"),
        Sense.JOIN_OPENED: each(True, "and"),
        Sense.FROM: each(True, "from"),
        Sense.PLUS_MINUS: each(True, "plus or minus|give or take"),
        Sense.BELOW_ZERO: each(True, "below zero|below zero celsius|below freezing|below 0"),
        Sense.MINUS: each(True, "minus|negative"),
        Sense.PER: each(True, "per|a|an|every|each"),
        Sense.SPAN: each(
            True,
            "for|in|lasts|lasted|lasting|last|took|takes|taking|take|within|spanning|spanned|past"
            "|waited|waits|waiting|queued|queues|queueing|queuing|stayed|stays|staying|lingered",
        ),
        Sense.AGO: each(True, "ago|earlier|later|before|after|old|years old"),
        Sense.METERED: each("kWh", "unit|units"),
        Sense.AGAINST: each(True, "to the|against the|for one"),
        Sense.TIMES: each(Decimal(2), "double|doubled|doubling|doubles|twice|twofold|two-fold")
        | each(Decimal(3), "triple|tripled|tripling|triples|trebled|treble|thrice|threefold")
        | each(Decimal(4), "quadruple|quadrupled|quadrupling|quadruples|fourfold")
        | each(Decimal(5), "quintupled|quintuple|fivefold")
        | each(Decimal(10), "tenfold")
        | each(Decimal("0.5"), "halved|halving|halves"),
        Sense.STEP: each(Decimal("0.25"), "quarter-point|quarter point|quarter-percentage-point")
        | each(Decimal("0.5"), "half-point|half-percentage-point")
        | {f"a {step}": size for step, size in _STEPS.items()},
        Sense.FOLD: each(True, "times|fold"),
        Sense.AGED: each(True, "aged"),
        Sense.OCCASION: each(True, "times|twice|thrice"),
        Sense.SCALED: each(True, "parameters|tokens|parameter count"),
        Sense.PASSING: each(True, "passed|passes|crossed|crosses|breached"),
        Sense.SPOON: each(True, "teaspoons|tablespoons|spoonfuls"),
        Sense.HEAT: each(
            True,
            "temperature|temperatures|heat|heatwave|hot|hotter|hottest|cold|colder|coldest|warm"
            "|warmer|warmest|warming|cool|cooler|mercury|weather|frost|freezing|degrees|thermometer"
            "|thermometers|fever|cooled|heated|boils|melts|snow|sweltering|scorching|chill|chilly",
        ),
        Sense.MONTH: MONTHS,
        Sense.ERA: each("be", "b.e.|b.e") | each("ce", "c.e.|a.d.|a.d|c.e"),
        Sense.YEAR: each("ce", "year|the year|calendar year"),
        Sense.DAY: {},
        Sense.QUARTER: each("ce", "quarter|calendar quarter|q"),
        Sense.HALF_YEAR: each("ce", "half|h"),
        Sense.MONTHS: each(1, "month|months") | each(3, "quarters"),
        Sense.FISCAL: each("ce", "fiscal year|fiscal|fy|budget year|financial year"),
        Sense.PART: each((1, 3), "early|beginning of|start of")
        | each((4, 9), "mid|middle of")
        | each((10, 12), "late")
        | each((12, 12), "end of|end-|year-end|end"),
        Sense.ORDINAL: ORDINALS | _JOINED_ORDINALS | {"last": -1, "final": -1},
        Sense.RELATIVE: each(("day", 0), "today")
        | each(("day", -1), "yesterday")
        | each(("day", 1), "tomorrow")
        | {
            f"{word} {grain}": (grain, offset)
            for word, offset in (("this", 0), ("last", -1), ("next", 1), ("previous", -1))
            for grain in ("year", "quarter", "month", "week")
        }
        | each(("year", -1), "a year earlier|a year ago|the previous year"),
        Sense.UNTIL: each(True, "to|ended|ending|ended in|through|until"),
        Sense.OF: each(True, "of|of the|in|of the year|for"),
        Sense.PARTITIVE: each(True, "of|of the|of these|of those|of them|of its|of their"),
        Sense.ARTICLE: each(True, "a|an"),
        Sense.AND: each(True, "and"),
        Sense.BLOCK: each(
            True,
            "article|section|no|no.|number|chapter|room|highway|route|channel|formula|version|phase"
            "|page|act|iso|ip|postcode|zip|phone|call|dial|hotline|line|gate|platform|flight|model"
            "|plant no|plant no.|notice no|notice no.|step|item|figure|table|series|volume|issue"
            "|type|tier|group|building|floor|episode|season|windows|boeing|airbus|terminal|pier"
            "|stage|chart|question|appendix|paragraph|rule|clause|part|level|unit no.|case|id"
            "|code|tel"
            "|tel.|fax|extension|ext.|lot|block|zone|district|ward|interstate|area|catch|big",
        ),
        Sense.SHIELD: each(
            True,
            "crept up to|creeps up to|edged up to|edges up to|inched up to|ticked up to|shot up to"
            "|went up to|goes up to|gone up to|moved up to|climbed up to|pushed up to|rose up to|"
            "half brother|half brothers|half sister|half sisters|half sibling"
            "|half siblings"
            "|double-digit|double digit|double digits|triple-digit|triple digits|double-decker"
            "|double-deckers|double decker|double room|double rooms|double bed|double beds"
            "|double standard|double standards|double-edged|mixed doubles|triple jump"
            "|double murder",
        ),
        Sense.LINE: each(True, "hotline|helpline|phone|telephone|call|dial|ring|tel|tel.|fax"),
        Sense.NTH_END: each(True, "st|nd|rd|th"),
        Sense.RANK: each(True, "ranked|rank|ranks|ranking|place|position"),
        Sense.CLOCK: each(True, "am|pm|a.m.|p.m.|a.m|p.m|o'clock|hrs local"),
        Sense.DESCRIBING: each(True, "night"),
        Sense.FILLER: each(True, "new|more|other|additional|different|extra|full|consecutive|old"),
        Sense.COPULA: {},
        Sense.STANDING: each(True, "is|was|as|has|does|its|this"),
        Sense.NO_NOUN: each(
            True,
            "is|was|as|has|does|its|this|his|hers|ours|theirs|versus|vs|plus|yes|us|towards|across"
            "|perhaps|besides|afterwards|sales|rises|falls|does|says|shows|rose|fell|years|always"
            "|turns over|turned over|turn over|turning over|hands over|handed over"
            "|takes over|took over|extends over|extend over|spreads over|stretches over"
            "|stretch over|sprawls over|gone up to|went up to|goes up to|go up to|moved up to"
            "|risen up to|rose up to|climbed up to|shot up to|jumped up to|came up to"
            "|less|unless|whereas|thus|minus|others|upwards|overseas|ones|sets|gets|makes|means",
        ),
    },
    cased={Sense.ERA: each("be", "BE") | each("ce", "CE|AD")},
)
