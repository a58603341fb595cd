"""The English table of acts and states of money and goods that news mix up: set aside and spent,
raised and given, ordered and delivered. An id is its family and its side, as in the table of
dealings."""

from __future__ import annotations

TO_RAISE = "|".join(
    f"{verb} to raise" for verb in "aims hopes wants plans seeks seeking trying".split()
)
"""How it is told that money, or anything else, is to be raised."""

PLEDGED = "pledged|pledges|pledge|promised|promises"
"""How a promise is told that may still be broken."""

_PURSES = {
    "?purse:set": "set aside|sets aside|setting aside|earmarked|earmarks|allocated|allocates"
    "|allocation|allocations|budgeted|appropriated|approved|approves|granted|given a budget of"
    "|given a budget|gets a budget of",
    "?purse:pledged": f"{PLEDGED}|committed|commits|offered|offers",
    "?purse:paid": "so far cost|cost so far|has cost|have cost|spent|has been spent|disbursed"
    "|disburses|disbursement|disbursements"
    "|paid out|pays out|paid",
    "?purse:left": "left|left over|unspent|remaining|remains|left unspent",
    "?purse:over": "over budget|overspent|overspends|overspend|overran|overruns|cost overrun"
    "|cost overruns",
    "?purse:asked": "asked for|asks for|asking for|requested|requests|sought|seeks|seeking",
    "?fund:target": f"{TO_RAISE}|target|goal|seeks|seeking|sought",
    "?fund:raised": "was donated|were donated|been donated|raised|raises|raising|collected"
    "|received donations|donations totalled"
    "|donations came to|donations reached",
    "?fund:given": "donated|donates|gave|gives|handed over|handed out",
    "?fund:worth": "valued at|valuation|values the company|values the firm|is worth|market value"
    "|market capitalisation|market cap",
}

_FIRMS = {
    "?profit:gross": "gross",
    "?profit:operating": "operating profit|operating income|operating margin|operating loss"
    "|profit from operations",
    "?profit:taxed": "pre-tax|pretax|before tax",
    "?profit:ebitda": "ebitda",
    "?profit:net": "net|net profit|net income|net margin|net earnings|net loss|after tax",
    "?books:provision": "provision|provisions|provisioning|for bad loans|for bad debts"
    "|for loan losses|for non-performing loans|against bad loans",
    "?books:held": "has bad loans|bad loans of|bad loans stood|bad loans stand|bad loans were"
    "|bad loans are|bad loans totalled|bad loans came to|has debts|has debt|debts of|debt of"
    "|in debt|owes|owed|owe|arrears|unpaid|debts stand at|debts stood at|debt stands at"
    "|debt stood at|debt is|debt was",
    "?books:sold": "sold|sells|sale of",
    "?books:off": "wrote off|writes off|written off|write-off|write-offs|forgave|forgives|forgiven",
    "?books:impaired": "impairment|impairments|writedown|writedowns|write-down|write-downs",
    "?books:loss": "net loss|loss of|losses of|made a loss|posted a loss",
    "?books:recast": "restructured|restructures|restructuring",
    "?dues:owed": "has debts|has debt|debts of|debt of|in debt|owes|owed|owe|arrears|unpaid"
    "|in arrears"
    "|debts stand at|debts stood at|debt stands at|debt stood at|debt is|debt was|overdue",
    "?dues:paid": "repaid|repays|repay|paid|paid off|pays off|paid back|pays back|settled",
    "?books:lent": "lent|lends",
    "?paper:issued": "issued|issues|issuing|sold bonds|sells bonds|selling bonds|sold debentures"
    "|sold notes",
    "?paper:redeemed": "redeemed|redeems|redemption",
    "?paper:back": "bought back|buys back|buyback|buybacks|share buyback",
    "?paper:dividend": "dividend|dividends",
    "?worth:deal": "deal is worth|deal worth|deal was worth|takeover is worth|takeover worth"
    "|takeover was worth|acquisition is worth|acquisition was worth|merger is worth"
    "|merger was worth|contract is worth|contract worth|contract was worth|value of the deal"
    "|value of the contract|deal is valued|contract is valued|purchase is worth",
    "?worth:firm": "company is worth|firm is worth|company was worth|firm was worth"
    "|company is valued|firm is valued|company was valued|firm was valued|company's value"
    "|market value|market capitalisation|market capitalization|market cap|values the company"
    "|values the firm|valued the company|valued the firm|valuing the company|valuing the firm"
    "|start-up is worth|startup is worth|start-up is valued|startup is valued",
    "?stakes:in": "net buyers|net buying|net bought|inflow|inflows",
    "?stakes:out": "net sellers|net selling|net sold|outflow|outflows",
}

_GOODS = {
    "?fleet:book": "order book|order books|backlog|backlogs|orders on hand|orders in hand"
    "|outstanding orders|unfilled orders",
    "?fleet:new": "ordered|orders|ordering|new orders|order intake|received orders"
    "|received an order|won orders|orders received"
    "|received new orders|receives new orders|receiving new orders|took new orders|won new orders"
    "|received fresh orders",
    "?fleet:had": "delivered|delivers|delivering|delivery|deliveries|handed over|took delivery"
    "|takes delivery|taken delivery|received|receives|taken delivery of|took delivery of",
    "?fleet:option": "option|options|option to buy|options to buy|right to buy|rights to buy",
    "?gain:bought": "bought|buys|buying|purchased|purchases",
    "?gain:leased": "leased|leases|leasing|chartered|charters|rented|rents|renting",
    "?wares:made": "can build|could build|can assemble|made|makes"
    "|harvested|harvests|harvest|produced|produces|manufactured"
    "|assembled|built",
    "?wares:sold": "sold|sells|sell|sales",
    "?wares:shipped": "shipped|shipment|shipments",
    "?wares:recalled": "recalled|recalls|recall|recalling",
    "?wares:reserved": "reserved|pre-ordered|pre-orders|pre-order|preordered|preorders"
    "|reservations|advance bookings",
    "?wares:refunded": "refunded|refunds|refund",
    "?wares:destroyed": "destroyed|destroys|destroying|dumped|dumps|dumping|threw away"
    "|throws away|thrown away|discarded|culled|ruined|ruins|spoiled|rotted",
    "?wares:seized": "seized|seizes|seizing|confiscated|confiscates|impounded",
    "?wares:stolen": "stole|stolen|steals|stealing|looted",
    "?wares:delivered": "delivered|delivers|handed over",
    "?trade:exports": "export|exports|exported",
    "?trade:imports": "import|imports|imported",
    "?trade:used": "used|uses|burned|burns|burnt|using|consumed|consumes|consume|consumption",
    "?trade:kept": "hoarded|hoards|stockpiled|stocks|stock|stockpile|stockpiles|inventory"
    "|inventories",
    "?trade:gap": "trade deficit|trade surplus",
}

_BIDS = {
    "?tender:guess": "reference price|median price|price estimate|estimated cost|estimated price"
    "|price ceiling|engineer's estimate",
    "?tender:papers": "tender documents|bid documents|bidding documents|tender papers",
    "?tender:bid": "bid|bids|bidders|bidding|tendered|submitted offers",
    "?tender:picked": "shortlisted|pre-qualified|prequalified|passed the technical"
    "|passed the qualification|qualification round",
    "?tender:won": "won|wins|winners|winning bid|won the bid|won the bidding|won the tender"
    "|won the contract|awarded",
    "?tender:spent": "cost|costs|costing|spent|final cost",
    "?auction:start": "starting price|starting bid|opening bid|opening price|reserve price"
    "|bidding started|bidding starts|bidding began|guide price",
    "?auction:guess": "expected to fetch|pre-sale estimate|estimated at|appraised|appraisal"
    "|assessed value|appraised at|appraised value|valued at",
    "?auction:ask": "asking price|asking price of|on the market for|put up for sale",
    "?auction:sold": "sold|auctioned|auctioned off|sold for|fetched|fetches|changed hands|went for"
    "|hammer price|winning bid",
}

_PRICES = {
    "?quote:open": "opened at|opens at|opening price|opened the day|opened trading",
    "?quote:close": "closed at|closes at|closing price|ended at|ended the day|closed the day"
    "|finished the day|settled at|finished at",
    "?quote:high": "peaked|peaks at|high of|a high of|hit a high|a peak of|its peak"
    "|hit a record|record high|record of|a record of|all-time high",
    "?quote:low": "low of|a low of|hit a low|bottomed out",
    "?quote:target": "target price|price target|fair value",
    "?quote:offer": "offer price|tender offer|bid price|takeover price",
    "?quote:issue": "ipo price|ipo|offering price|issue price",
    "?gold:bar": "gold bar|gold bars|gold bullion|bullion",
    "?gold:shaped": "gold ornament|gold ornaments|gold jewellery|gold jewelry",
    "?tag:list": "list price|listed price|full price|regular price|normal price|original price"
    "|usual price",
    "?tag:sale": "discounted|discounted price|sale price|on sale for|after discount"
    "|after a discount|marked down|reduced price|special price|promotional price",
    "?tag:deposit": "deposit|deposits|down payment",
    "?cover:premium": "premium|premiums",
    "?cover:sum": "insured for|sum insured|insured sum|insured value",
    "?cover:paid": "paid out|pays out|claims|payout|payouts|in claims",
    "?crops:sure": "guaranteed price|price guarantee|guaranteed prices|floor price",
    "?crops:market": "market price|market prices|on the market",
}

_RATES = {
    "?rate:policy": "policy rate|policy interest rate|key rate|key interest rate|benchmark rate"
    "|benchmark interest rate|benchmark lending rate|repo rate|cash rate",
    "?rate:bond": "bond|bonds|bond yield|bond yields|treasury yield|treasury yields",
    "?jobless:young": "youth unemployment|youth jobless|youth joblessness"
    "|unemployment among young people|unemployment among the young"
    "|unemployment rate among young people|young people's unemployment|unemployed young people",
    "?jobless:all": "unemployment|jobless",
    "?basket:core": "core inflation|core prices|core consumer prices",
    "?basket:whole": "inflation|headline inflation|headline prices|consumer prices",
    "?gap:debt": "debt|debts|public debt|government debt|national debt|household debt"
    "|corporate debt|foreign debt|external debt",
    "?gap:deficit": "deficit|deficits",
    "?debtor:state": "public debt|government debt|national debt|state debt|sovereign debt",
    "?debtor:home": "household debt|household debts|consumer debt",
    "?debtor:firm": "corporate debt|company debt|company debts",
    "?debtor:abroad": "foreign debt|external debt",
    "?base:output": "gdp|gross domestic product|national output|gross output|economic output",
    "?base:revenue": "revenue|revenues|sales|turnover|tax revenue|tax revenues|tax receipts",
    "?base:cost": "costs|expenses|outgoings|of spending|of government spending|government spending",
    "?base:budget": "budget|budgets",
    "?grid:made": "generates|generated|generate|produces|produced|supplies|supplied|feeds"
    "|generation|power generation",
    "?grid:used": "uses|used|consumes|consumed|consumption|demand|energy use|needs|requires"
    "|peak demand|peak load",
    "?grid:built": "installed|a capacity of|installed capacity|generating capacity|capacity"
    "|can generate"
    "|can produce|can supply|able to generate",
    "?bourse:tokyo": "nikkei",
    "?bourse:hong kong": "hang seng",
    "?bourse:dow": "dow|dow jones",
    "?bourse:nasdaq": "nasdaq",
    "?bourse:standard": "s&p",
    "?bourse:seoul": "kospi",
    "?bourse:london": "ftse",
    "?bourse:frankfurt": "dax",
    "?bourse:shanghai": "shanghai composite",
    "?bourse:bangkok": "set index|thai index|thai stock index",
}

_COURTS = {
    "?loot:taken": "stole|stolen|steals|swindled|swindles|defrauded|cheated|embezzled|robbed"
    "|lost|losses|fraud cost|cost investors|cost victims",
    "?loot:frozen": "froze|frozen|freezes",
    "?loot:seized": "seized|seizes|confiscated|confiscates",
    "?loot:back": "got back|get back|gets back|recovered|recovers|refunded|refunds|returned"
    "|gave back|gives back|repaid",
    "?penalty:fine": "fined|fine|fines",
    "?penalty:damages": "damages|compensation|compensated",
    "?penalty:claim": "faces a claim|facing a claim|claim of|claim for|sued for|sues for"
    "|is suing for|lawsuit for|sought|seeks|seeking",
    "?penalty:bribe": "bribe|bribes|bribed|bribery|kickback|kickbacks",
    "?penalty:bail": "bail",
    "?penalty:reward": "reward|rewards|bounty",
    "?penalty:ransom": "ransom|ransoms",
}

MIGHT = "|".join(f"could {verb}" for verb in "meet supply cover provide generate power".split())
"""How what something may come to is told: of what the sun can give, not what it gives."""

MONEY_ACTS = _PURSES | _FIRMS | _GOODS | _BIDS | _PRICES | _RATES | _COURTS
