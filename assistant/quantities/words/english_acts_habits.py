"""The English table of what shares of people have, use and do, of the areas that figures are told
of, of what money is spent on, and of days set and kept. An id is its family and its side."""

from __future__ import annotations

ACTS = {
    "?bid:received": "received",
    "?bid:approved": "approved|approves|received approval|got approval|won approval|cleared",
    "?bid:asked": "applications for|applied for|applying for",
    "?bid:revoked": "revoked|revokes|withdrew|withdraws",
    "?clinic:jabbed": "vaccinated|vaccinates|inoculated|immunised|immunized|gave jabs",
    "?clinic:examined": "examined|examines|screened|screens",
    "?clinic:treated": "treated|treats",
    "?fault:recalled": "recalled|recalls|recall|recalling",
    "?fault:mended": "repaired|repairs|fixed|mended",
    "?blaze:burnt": "burnt|burned|razed|gutted|burnt down|burned down",
    "?blaze:threatened": "threatened|threatens|threatening|at risk",
    "?squad:young": "under-20|under-21|under-23|under-17|under-18|under-19|under-16|youth team"
    "|junior team|juniors",
    "?squad:senior": "senior team|senior side|first team",
    "?hazard:fire": "fire|fires|blaze|blazes|wildfire|wildfires",
    "?hazard:crash": "crash|crashed|collision|pile-up|overturned",
    "?hazard:quake": "earthquake|earthquakes|quake|quakes|tremor",
    "?hazard:slide": "landslide|landslides|mudslide",
    "?hazard:blast": "explosion|explosions|blast|bomb|bombing",
    "?hazard:shots": "shooting|gunman|gunmen|shot dead",
    "?gift:blood": "gave blood|donated blood|donate blood|donates blood|blood donors"
    "|blood donations",
    "?gift:money": "gave money|donated money|donate money|donates money",
    "?disease:dengue": "dengue|dengue fever",
    "?disease:covid": "covid|covid-19|coronavirus",
    "?disease:flu": "flu|influenza",
    "?disease:measles": "measles",
    "?disease:malaria": "malaria",
    "?disease:cholera": "cholera",
    "?disease:mpox": "mpox|monkeypox",
    "?disease:rabies": "rabies",
    "?disease:diabetes": "diabetes|diabetics",
    "?disease:cancer": "cancer",
    "?disease:tuberculosis": "tuberculosis|tb",
    "?disease:hiv": "hiv|aids",
    "?disease:anthrax": "anthrax",
    "?disease:hepatitis": "hepatitis",
    "?disease:typhoid": "typhoid",
    "?disease:polio": "polio",
    "?harm:safe": "all safe|everyone is safe|everybody is safe|are safe|is safe|were safe|was safe"
    "|unharmed|unhurt|unscathed|uninjured|safe and sound",
    "?harm:hurt": "hurt|injured|wounded|injuries",
    "?habit:smoke": "smoke|smokes|smoked|smoker|smokers|smoking",
    "?habit:drink": "drink alcohol|drinks alcohol|drink beer|drink wine|drinkers|drink spirits"
    "|drink liquor",
    "?habit:exercise": "exercise|exercises|exercised|work out|go jogging|jog regularly|play sport"
    "|play sports",
    "?habit:read": "read books|read a book|reads books|read newspapers|read a newspaper"
    "|read every day|readers of books",
    "?habit:watch": "watch television|watches television|watch tv|watch the news",
    "?habit:drive": "drive to work|drive to school|drive a car|commute by car|go by car",
    "?habit:walk": "walk to work|walk to school|go on foot|walks to work",
    "?habit:cycle": "cycle to work|cycle to school|cycling to work|go by bicycle|go by bike"
    "|commute by bicycle",
    "?habit:transit": "commute by train|commute by bus|take the bus|take the train"
    "|by public transport|use public transport",
    "?habit:home": "work from home|works from home|worked from home|working from home|telework"
    "|work remotely|remote work",
    "?habit:save": "save money|saves money|have savings|put money aside",
    "?habit:owe": "are in debt|is in debt|have debts|owe money",
    "?habit:language": "speak english|speaks english|speak chinese|speak a foreign language"
    "|speak two languages|bilingual",
    "?habit:literate": "can read|able to read|literate|can read and write",
    "?habit:diet": "vegetarian|vegetarians|vegan|vegans|eat no meat",
    "?habit:pray": "go to church|attend church|go to the temple|go to temple|attend mosque"
    "|practise a religion|religious",
    "?habit:gamble": "gamble|gambles|gamblers|buy lottery tickets|play the lottery|bet on",
    "?habit:vote": "vote regularly|voted in|turned out to vote",
    "?habit:online": "use the internet|uses the internet|are online|go online|have internet"
    "|has internet|internet access|access to the internet|internet users|connected to the internet",
    "?habit:bank": "bank account|bank accounts",
    "?habit:insure": "health insurance|are insured|life insurance",
    "?habit:tap": "tap water|running water|piped water|clean water|safe water",
    "?habit:grid": "electricity at home|access to electricity|have electricity|has electricity"
    "|connected to the grid",
    "?place:country": "nationwide|countrywide|the whole country|the entire country"
    "|the country as a whole|across the country|the nation|the country's"
    "|national average|throughout the country",
    "?place:city": "the capital|capital city|capital's|city|cities|town|towns|metropolis",
    "?place:province": "province|provinces|provincial",
    "?place:region": "region|regions|regional",
    "?place:village": "village|villages",
    "?spent_on:chips": "on chips|on gpus|on processors|buying chips|bought chips|buy chips"
    "|for chips",
    "?spent_on:servers": "on servers|on data centres|on data centers|buying servers|on hardware",
    "?spent_on:training": "on training|to train|training the model|training its model",
    "?spent_on:research": "on research|on r&d|on research and development|researching",
    "?spent_on:ads": "on advertising|on marketing|on adverts|on advertisements|on commercials"
    "|on publicity",
    "?spent_on:staff": "on staff|on salaries|on wages|on personnel|on pay",
    "?spent_on:land": "on land|buying land|bought land|buy land|land purchases",
    "?spent_on:repairs": "on repairs|on maintenance|on renovation|on repairing",
    "?spent_on:roads": "on roads|on road building|building roads|on highways",
    "?spent_on:arms": "on weapons|on arms|on defence|on defense|on the military|buying weapons",
    "?spent_on:schools": "on education|on schools|building schools",
    "?spent_on:health": "on health|on healthcare|on hospitals|building hospitals",
    "?spent_on:power": "on electricity|on power|on energy|on fuel",
    "?spent_on:travel": "on travel|on trips|on flights",
    "?spent_on:fees": "on lawyers|on legal fees|on consultants|on consulting",
    "?day:set": "is scheduled for|was scheduled for|scheduled for|set a date|set for|fixed for",
    "?day:held": "took place|takes place|was held|were held",
    "?strike:called": "announced a strike|called a strike|calls a strike|announced strike"
    "|plan a strike|threatened to strike|strike call|voted to strike|to go on strike",
    "?strike:held": "strike lasted|strike ended|strike ran|strike went on|stayed on strike"
    "|walked out for|were on strike",
    "?mark:peaked": "peaked at|hit a peak|reached a peak|hit a high|hit a record"
    "|climbed as high as",
    "?mark:stands": "stands at|stood at|is at|was at|trades at|closed at|settled at",
    "?riders:room": "can carry|can take|can transport|able to carry|designed to carry"
    "|built to carry",
    "?riders:carried": "carried|rode|ridership|used by|passengers a day used|passengers use",
    "?full:run": "runs at|running at|operates at|operating at|ran at|operated at"
    "|capacity utilisation|capacity utilization|utilisation rate|utilization rate",
    "?works:renewed": "renovated|renovates|refurbished|refurbishes|revamped|upgraded|modernised"
    "|modernized|redecorated",
}
"""Wordings by family and side."""
