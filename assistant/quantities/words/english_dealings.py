"""The English table of dealings: two ends or two kinds of one matter, which prove nothing of each
other. An id is its family and its side, as in the table of states."""

from __future__ import annotations

DEALINGS = {
    "?goods:made": "produces|produced|produce|producing|manufactured|manufactures|turned out"
    "|turns out",
    "?goods:used": "used|uses|runs on|run on|ran on|using|consumed|consumes|consume"
    "|consumption|drinks|drank|drink|eats"
    "|ate|burns|burned|burnt",
    "?goods:emitted": "emits|emitted|emit|discharges|releases",
    "?tally:left": "left|remain|remaining|remains|survive|survived|surviving",
    "?tally:gone": "died|dead|killed|missing|perished",
    "?goods:sold": "sold|sells|sell",
    "?ward:in": "admitted|admits|took in|new patients",
    "?ward:out": "discharged|discharges|sent home",
    "?poll:seats": "seats",
    "?poll:votes": "votes|the vote|vote share|popular vote",
    "?poll:able": "eligible to vote|registered to vote|registered voters|eligible voters",
    "?order:given": "jailed|convicted|fined|ordered|sentenced|ruled|awarded|imposed",
    "?order:asked": "asked|asks|sought|seeks|requested|requests|demanded|demands|called for"
    "|calls for|is suing for|sued for|wants|petitioned",
    "?age:life": "life expectancy|lifespan",
    "?age:work": "retirement age|retire|retires|retired|retirement|pension age|pensionable age",
    "?age:marriage": "marry|marries|marriage|married|wed|weds|bride|brides|groom|grooms",
    "?age:vote": "voting age",
    "?age:drink": "drinking age|buy alcohol|legal drinking",
    "?age:drive": "driving age|driving licence",
    "?outlay:entry": "admission|entry|entrance|ticket|tickets",
    "?outlay:meal": "lunch|dinner|breakfast|meal|meals|buffet|set menu|menu",
    "?outlay:parking": "parking",
    "?outlay:room": "room rate|room rates",
    "?outlay:power": "electricity bill|electricity bills|power bill|power bills|energy bill"
    "|energy bills",
    "?outlay:water": "water bill|water bills",
    "?outlay:lesson": "tuition",
    "?outlay:rent": "rent|rents|rental",
    "?count:ill": "infections|infection|infected|cases of",
    "?count:bill": "electricity bill|power bill|energy bill|water bill",
    "?crowd:room": "can seat|capacity|can hold|accommodates|has room for|seating",
    "?crowd:came": "attended|turned up|attendance|watched|flocked|took part",
    "?water:rain": "rain|rainfall|rained",
    "?water:level": "water level|water levels|flood level|river level|reservoir level",
    "?heat:sea": "sea temperature|sea temperatures|water temperature",
    "?heat:air": "air temperature|air temperatures",
    "?pay:wage": "salary|salary of|monthly salary|monthly pay|monthly wage|salaries|wage|wages"
    "|take-home pay",
    "?pay:bonus": "bonus|bonuses",
    "?pay:pension": "pension|pensions",
    "?rate:loan": "loan|loans|lending|mortgage|mortgages|borrowers",
    "?rate:deposit": "deposit|deposits|savings|savers",
    "?aid:loan": "loan|loans|borrowed|borrows",
    "?aid:gift": "grant|grants|donation|donated",
    "?week:days": "weekdays|on weekdays|weekday",
    "?week:end": "weekends|weekend|holidays",
    "?hours:day": "daytime|by day|during the day",
    "?hours:night": "night-time|at night|by night|overnight|overnight low",
    "?shop:online": "online",
    "?shop:store": "in-store|in store|high-street shops",
    "?from:home": "domestic|domestically|home-grown",
    "?from:abroad": "foreign|foreigners|overseas|international",
    "?life:begin": "founded|established|came into being",
    "?life:end": "filed for bankruptcy|files for bankruptcy|went bankrupt|declared bankrupt|died"
    "|wound up|disbanded|went bankrupt|dissolved",
    "?work:build": "made|assembled|built|construction|constructed|building the",
    "?work:mend": "repaired|repairs|repairing|mending|mended|renovated|renovation|renovating"
    "|restored|restoring|refurbished|refurbishing|resurfacing|resurfaced",
    "?law:charged": "charged with|sued|indicted|accused of|prosecuted",
    "?law:judged": "convicted|sentenced|found guilty|jailed",
    "?test:sat": "sat the exam|sat the test|took the exam|took the test|entered the exam",
    "?test:passed": "passed",
    "?speed:limit": "speed limit",
    "?speed:driven": "driving|drove|travelling|clocked",
}
