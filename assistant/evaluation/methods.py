"""How each number is computed, for the README: one text, kept beside the code it describes."""

from __future__ import annotations

from assistant.evaluation.calibration import BINS
from assistant.evaluation.extraction import OVERLAP
from assistant.evaluation.measures import DEPTH
from assistant.evaluation.mutants import KINDS
from assistant.evaluation.statistics import PERMUTATIONS, RESAMPLES

METHODS = f"""\
### How each number is computed

- **Ranking measures** come from ir-measures (MacAvaney, Macdonald and Ounis 2022): nDCG@10
  (Järvelin and Kekäläinen 2002), recall (R@k), reciprocal rank (RR@10), average precision (AP) and
  Success@k. Passages are retrieved, documents are scored: a document stands where its best passage
  stands, down to {DEPTH} documents. A query without an answer counts as 0; a query that nothing is
  judged relevant for is left out and told.
- **Intervals** are 95%: percentile bootstrap over queries or claims with {RESAMPLES:,} seeded
  resamples (Efron 1979); Wilson's for shares (1927).
- **Differences** between retrievers are tested by paired randomisation (Smucker, Allan and
  Carterette 2007; {PERMUTATIONS:,} rounds, exact where few queries differ), corrected by Holm
  (1979); between judges by McNemar's exact test (1947).
- **Accuracy, F1 and the confusion matrix** are over judged claims. Claims the machine failed on
  are counted apart. Macro-F1 is the mean over the labels that occur among them, right or said.
- **Calibration**: expected calibration error over {BINS} bins of equal width (Naeini et al. 2015;
  Guo et al. 2017), Brier score (1950) of "this verdict is right", and the risk-coverage curve
  (El-Yaniv and Wiener 2010): how often it is wrong when only the surest verdicts are given.
- **Mutants** are supported claims made wrong by rule ({", ".join(KINDS)}), in both languages. None
  may be called supported; the share that is, is the false-support rate.
- **Claims of articles** are matched to annotated check-worthy units one to one, where they share
  at least {OVERLAP:.0%} of their union; average precision is over the ranking by check-worthiness.

Every run is kept with its settings, model, index and revision: `jingmai eval history`,
`jingmai eval compare 1 2`. `jingmai eval gate --baseline seeds/baseline.json` fails when a figure
falls below its tolerance.

### Bring your own set

`eval retrieval --dataset` takes a BEIR folder (`corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`),
a MIRACL folder, SQuAD or AVeriTeC JSON, rows with `question` and `context`, or a claims file with
`evidence_ids` and `--references FILE`. `eval verdicts --dataset` takes rows with `claim` and
`label` in every format that `bulk` reads (JSONL, JSON, CSV, TSV, XLSX, ClaimReview, LIAR; Thai or
English headings; the labels of AVeriTeC, FEVER, LIAR and natural language inference are
understood), checks them against your store or `--references FILE`, or with `--evidence given`
against the texts in their `evidence`. `eval claims --dataset` takes rows with `body` and `units`
(`start`, `end`, `check_worthy`). `--dataset review` is what people decided at the review desk.
`--html OUT` writes a report in one file. Rows that cannot be used (no claim, an unknown label, a
score that is no whole number, a SQuAD 2.0 question without an answer) are left out, counted and
named. `eval verdicts` exits 3 when some claims could not be judged.
"""
