"""The English table of acts of funds and stores that news mix up: borrowed and repaid, shares and
bonds sold, held and drawn. An id is its family and its side, as in the table of dealings."""

from __future__ import annotations

from assistant.quantities.words.english_acts_money import PLEDGED

ACTS = {
    "?plan:on": "go ahead with|goes ahead with|going ahead with|went ahead with|press ahead with"
    "|pressing ahead with|pressed ahead with|proceed with|proceeding with",
    "?plan:off": "dropped plans|dropped a plan|dropped its plan|drops plans|shelved plans"
    "|shelves plans|abandoned plans|abandons plans|scrapped plans|scraps plans|scrapped a plan"
    "|scrapped its plan",
    "?pledge:made": PLEDGED,
    "?pledge:kept": "received|receives|was given|were given|donated|donates|gave|handed over",
    "?repay:taken": "borrowed|borrows|borrow|borrowing|took out a loan|takes out a loan"
    "|took out loans|takes out loans|taken out loans|took a loan|took on debt|loan from|loans from"
    "|new loan|new loans|secured a loan|drew down",
    "?repay:paid": "repaid|repays|repay|repaying|repayment|repayments|paid off|pays off|paying off"
    "|paid back|pays back|paid down|pays down|cleared its debts|settled its debts",
    "?raising:equity": "new equity|in equity|of equity|equity raising|new shares|new stock"
    "|share sale|share offering|stock offering|rights issue|share placement|private placement"
    "|sold shares|selling shares|sale of shares|issued shares|issuing shares",
    "?raising:debt": "new debt|of debt|in debt|took on debt|bond sale|bond issue|sold bonds"
    "|selling bonds|issued bonds|issuing bonds|debentures|sale of bonds|borrowed|borrows|borrowing"
    "|loan|loans",
    "?tank:whole": "can hold|can store|capacity|a capacity of|holds|hold|held|stores|stored|store"
    "|contains|contained|has room for|designed to hold",
    "?tank:drawn": "drew|draws|draw|drawn from|withdrew|withdraws|withdrawn|pumped from|pumped out"
    "|pumps from|pumped|siphoned|took from|taken from",
    "?tank:lost": "leaked|leaks|leaking|evaporated|evaporates|spilled|spilt|seeped",
    "?tank:let": "released|releases|releasing|discharged|discharges|drained",
    "?tank:came": "flowed into|flows into|inflow|inflows|flowed in|flows in|poured into|pours into"
    "|filled with",
    "?span:left": "to run|to go|still to run|another|yet to run",
    "?having_seat:voted": "voted for|votes for|voted in favour|voted in favor|voted yes"
    "|voted against|votes against|voted no",
}
"""Wordings by family and side."""
