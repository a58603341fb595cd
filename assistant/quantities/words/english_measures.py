"""The English table of measures: what a figure is told to be of."""

from __future__ import annotations

import re

from assistant.quantities.words.english_roles import OTHER_RATES


def verbs(stems: str) -> str:
    """Regular forms of verbs: "increase" gives increases, increased, increasing; "drop" dropped."""
    found = []
    for verb in stems.split("|"):
        head = verb[:-1] if verb.endswith("e") else verb
        head += head[-1] if _SHORT.fullmatch(verb) else ""
        found += [verb, verb + "s", head + "ed", head + "ing"]
    return "|".join(found)


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # one syllable: the last consonant is doubled


TAXES = {
    "levy:profits": "corporate tax|corporation tax|corporate income tax|company tax",
    "levy:income": "personal income tax|personal income taxes",
    "levy:excise": "excise|excise tax|excise taxes|excise duty|excise duties",
    "levy:customs": "customs duty|customs duties|import duty|import duties",
    "levy:vat": "vat|value-added tax|value added tax|sales tax",
    "levy:land": "land tax|property tax|land and buildings tax",
    "levy:estate": "inheritance tax|estate duty|death duty|death duties",
}
"""Taxes that are told apart by what they are on."""

MEASURES = OTHER_RATES | {
    "revenue": "income|incomes|grossed|box office|box-office"
    "|took in|takes in|revenue|revenues|sales|turnover"
    "|net sales|takings|turned over|turns over",
    "net_profit": "profit|profits|net income|earnings|earned|earn|earns|net profit",
    "operating_profit": "profit|profits|earnings|earned|earn|earns|operating income"
    "|operating profit",
    "loss": "knocked off|wiped off|wiped out|shed|sheds|shedding|erased|loss|losses|lost|lose"
    "|loses|losing|made a loss|net loss|loss of|lost money|posted a loss|losses of"
    "|in the red|red ink",
    "spending": verbs("invest|budget") + "|investment|investments|capital expenditure|capex|spend"
    "|to train|training the model|trained|trained for|training run"
    "|spends|spent|spending|cost|costs|budgets|set aside|outlay|funding|expenditure|price tag",
    "sold": "fetched|fetches|changed hands|sells for|sell for|sold for|sold|sell|sells"
    "|selling|sales|takings|unit sales"
    "|turns over|turned over",
    "assets": "assets|asset value",
    "stock": "stock|stocks|share price|stock price|its shares|shares trade|shares trade at",
    "debt": "bad-loan|bad loan|bad loans|non-performing loans|debt|debts|owes|owed|liabilities"
    "|indebted",
    "borrowing": "borrowed|borrows|borrowing|borrow|loan|loans|lent|lends|lending",
    "provisions": "provisions|provision|provisioned|loan-loss provisions|set aside for bad loans",
    "reserves": "reserves|reserve",
    "cash": "cash|cash pile|cash holdings",
    "subsidy": "subsidy|subsidies|subsidise|subsidised|subsidized|subsidises",
    "layoffs": "lose their jobs|lost their jobs|losing their jobs|redundant|axing|axes|axed"
    "|staff go|workers go|people go|employees go|sacked|sacks|sacking|dismissed"
    "|cut jobs|cuts jobs|job cuts|jobs cut|shed jobs|sheds jobs|dismisses|dismiss|dismissing"
    "|laid off|lays off|lay off|laying off|layoff|layoffs|redundancies|made redundant",
    "demand": "demand|demands|demand for",
    "purchases": "procured|procures|procurement|purchased from|buys from|bought from|bought|buys",
    "delivered": "delivered|delivers|delivery|deliveries|handed over",
    "hire": "chartered|charters|chartering|leased|leases|leasing|rented|rents|renting|rental"
    "|rental of|on lease",
    "market_value": "market value|market capitalisation|market capitalization|market cap|valuation"
    "|put the value|valued at|values it at",
    "deposits": "deposits|deposit",
    "dividend": "dividend|dividends",
    "price": "producer prices|producer price|cost|costs|price|prices|priced|ticket|fare|fares"
    "|sells for|sell for|sold for"
    "|fetches|fetched|hotel's rate|hotel rate|hotel rates|nightly rate|nightly rates"
    "|goes for|go for|winning bid|hammer price|admission|entry fee|room rate"
    "|room rates",
    "pay": "starting salary|starting salaries|starting pay|starting wage|starting wages"
    "|pay offer|pay deal|pay claim|pay award|pay rise|pay increase"
    "|earn|earns|earned|wage|wages|salary|salaries|pay of|pays its staff|earns a month",
    "fee": "fee|fees|toll|tolls|charge|charges|levy|levies|cost|costs|tuition|tuition fees"
    "|school fees",
    "fine": "fine|fines|fined|penalty|penalties",
    "tax": "tax|taxes|levy|levies|duties|duty on|" + "|".join(TAXES.values()),
    "spread": "interest margin|net interest margin|lending margin|interest margins"
    "|spread|spreads|gap|margin over|differential",
    "interest": "interest rate|rate|policy rate|interest|yield|yields|yielded|coupon",
    "inflation": "inflation|consumer prices",
    "economy": "gdp|economy|economic growth",
    "unemployment": "unemployment|jobless",
    "stake": "stake|stakes|shareholding|owns|own|owned|holds a",
    "market_share": "market share|share of the market|tender market|of the market|share of",
    "staff": "employees|workforce|staff|employs|employ|employed|headcount|workers|payroll",
    "hours": "working hours|work hours|hours of work|working week|working time|overtime|shifts",
    "population": "population|inhabitants|residents",
    "capacity": "capacity|generating capacity|output capacity|seating|accommodates|can hold"
    "|can seat|has room for|can accommodate|can handle|able to handle|can cope with|can take"
    "|can serve|can process|can treat",
    "production": "yield|yields|yielded"
    "|mined|production|produced|produces|output|manufactured|made cars|harvested"
    "|harvest"
    "|harvests",
    "exports": "export|exports|exported",
    "imports": "import|imports|imported",
    "orders": "orders in hand|orders|order intake|intake of orders|order book|bookings|ordered"
    "|backlog",
    "occupancy": "beds are occupied|rooms are occupied|beds were occupied|rooms were occupied"
    "|beds occupied|rooms occupied|occupancy|occupancy rate",
    "visitors": "guests|visitors|tourists|arrivals|guests",
    "audience": "audience|audiences|viewers|viewership|ratings",
    "passengers": "passengers|ridership|riders",
    "trading": "turnover|trading volume|trading value|value of trading|changed hands",
    "trips": "flights|trips|sailings|voyages|journeys",
    "followers": "followers|follower|subscribers|subscriber",
    "shortage": "lack|lacks|lacked|lacking|go without|goes without|went without|short of"
    "|shortage|shortages|shortage of|in need of",
    "throughput": "handled|handles|throughput",
    "catch": "catch|catches|fish landings|landings of fish|fish stocks|stocks of fish",
    "outlets": "dealer network|dealerships|dealership network|dealers|branch network|store network",
    "customers": "customers|subscribers|clients|users",
    "votes": "registered to vote|eligible to vote|votes|turnout|voters|ballots",
    "area": "covers|area|acreage|by area",
    "floor": "floor area|floor space|usable area|usable space|floorspace",
    "plot": "plot|plot of|plot of land|site area",
    "length": "long|length",
    "weight": "weighs|weight|weighing",
    "height": "tall|high|height|altitude|elevation|above sea level|above the sea|above the ground",
    "width": "wide|width",
    "distance": "away|distance|offshore|from the coast|off the coast",
    "depth": "deep|depth|deepest|shallowest|below ground|underground|beneath the surface",
    "age": "aged|age of|years old|year-old|life expectancy|retirement age",
    "births": "births|born|newborns|birth rate",
    "deaths": "death rate|mortality rate|died|killed|killing|kills|dead|deaths|fatalities"
    "|death toll|claimed the lives of",
    "injured": "injured|injuring|injures|hurt|hurting|wounded|wounding|injuries",
    "infected": "infected|cases|infections|infection rate",
    "patients": "patients|cases|in hospital|hospitalised",
    "recovered": "recovered|recoveries|cured",
    "missing": "missing",
    "arrested": "arrested|arrests|detained",
    "evacuated": "evacuated|evacuees|evacuations",
    "rescued": "rescued|survivors|survived",
    "hired": "hired|hires|recruited|took on",
    "admitted": "admissions|admitted|admits|admit|enrolled|took in",
    "enrolled": "enrols|enrol|enrolment|enrollment|student numbers|pupil numbers",
    "applied": "applicants|applied|applications",
    "registered": "registered|registrations|registrants",
    "donated": "donated|donation|donations|gave|a gift of",
    "production_cost": "to train|training the model|trained",
}
