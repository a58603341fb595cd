"""The English table of acts of building, law and office, each with a day and an extent of its own,
and of what is told of land, ways and things. An id is its family and its side."""

from __future__ import annotations

ACTS = {
    "?event:begun": "began building|broke ground|breaks ground|ground was broken|groundbreaking"
    "|started building|construction began|construction started|work began|work started"
    "|started construction|began construction|building began|work on",
    "?event:built": "was completed|were completed|was finished|completed in|completion"
    "|finished building|was built",
    "?event:opened": "opened|opens|inaugurated|inauguration|opened its doors|was opened"
    "|entered service|went into service|came into service|came into operation",
    "?event:produced": "brought out|brings out|released|rolled out|launch of|the launch"
    "|began production|started production|first produced|production began"
    "|production started|rolled off|went on sale|goes on sale|launched|began making",
    "?event:signed": "signed|signs|signing|was signed|were signed|inked|put pen to paper",
    "?event:force": "took effect|takes effect|take effect|came into force|comes into force"
    "|come into force|entered into force|enters into force|in force|became law|effective from"
    "|came into effect|comes into effect",
    "?event:passed": "enacted|was enacted|enacts|passed the law|passed a law|passed the act"
    "|law was passed|act was passed",
    "?event:drafted": "was drafted|drafted|was tabled|tabled the bill|introduced the bill"
    "|submitted",
    "?event:approved": "signed off|signs off|was approved|were approved|approved the"
    "|gave approval|won approval"
    "|given the green light|gave the green light|approved plans",
    "?event:applied": "applied for|was filed|filed for|lodged|application",
    "?event:founded": "founded|was founded|set up in|was set up|established|was established",
    "?event:listed": "was listed|went public|floated|was floated|initial public offering|listed on"
    "|listing on|joined the stock exchange|made its market debut|ipo",
    "?event:born": "was born|born in|born on|birthday|birth",
    "?event:chosen": "was appointed|appointed|was named|was elected|elected|won the election"
    "|was chosen|was nominated",
    "?event:office": "took office|takes office|was sworn in|sworn in|took up the post|took over as"
    "|assumed office|inaugurated as|took up his post|took up her post",
    "?event:left": "stepped down|resigned|resigns|left office|quit|retired|steps down",
    "?event:closed": "was closed|shut down|closed its doors|was shut|ceased production"
    "|ceased trading|was demolished|demolished|torn down",
    "?event:resold": "changed hands|changed owners|changed ownership",
    "?event:made": "became a|becomes a|was designated|designated a|was declared a|declared a",
    "?event:surveyed": "surveyed|was surveyed|survey of",
    "?event:announced": "was announced|was unveiled|unveiled",
    "?land:burned": "burned|burnt|destroyed|scorched|fire destroyed|ravaged|went up in flames",
    "?land:planted": "planted|replanted|reforested|reforestation",
    "?land:felled": "felled|cut down|logged|cleared",
    "?land:given": "gave away|handed out|distributed",
    "?land:guarded": "protected|patrolled",
    "?way:long": "long|in length|stretches|runs for",
    "?way:far": "away from|from the city|from town|km from|kilometres from|miles from|distance from"
    "|away|distance",
    "?way:high": "above sea level|above the sea|elevation|altitude",
    "?way:tall": "tall|in height|high-rise|high",
    "?way:wide": "wide|in width",
    "?train:platforms": "platforms|platform",
    "?train:trains": "trains call|trains pass|trains a day|trains daily",
    "?full:reserve": "full|filled to",
    "?full:built": "complete|completed|of the work|finished",
    "?full:spent": "disbursed|has been spent",
    "?full:supply": "supplies|supply of|of the city's water|of its water",
    "?reach:people": "of the population|of people|of households|of residents|of homes",
    "?reach:land": "of the country's area|of the area|of the land|of the territory|by area",
    "?flight:off": "cancelled|canceled|called off|scrapped",
    "?flight:late": "delayed|delays|delaying|late|held up|behind schedule",
    "?raised:permitted": "permits for|permission for|planning permission|building permits",
    "?raised:built": "built|completed|finished|builds",
    "?case:tried": "trial|the trial|hearing|hearings",
    "?case:jailed": "jailed|in jail|in prison|behind bars|sentenced to",
    "?time:waited": "waited|waits|wait|waiting|queued|queue",
    "?time:took": "took|takes|lasted|lasts|lasting|ran for|runs for|went on for",
    "?time:late": "late|delayed|delay|overdue",
    "?time:term": "term of|terms of|serve a term|repaid over|repayable over|matures in|maturity of",
    "?time:guard": "gives protection|protects for|protection lasts|protection for|is immune for"
    "|immunity lasts",
    "?time:leave": "paid leave|annual leave|maternity leave|paternity leave|parental leave"
    "|sick leave|days of leave|days' leave|weeks of leave|months of leave|days off",
    "?time:training": "of training|in training|training course|training courses|training programme"
    "|training program|staff training|training lasts|training lasted",
    "?time:grace": "grace period|repayment holiday|interest-free period",
}
"""Wordings by family and side."""
