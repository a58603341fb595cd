"""The inside of a helper: `python -m index.helper ENCODER` prepares the batches it is sent.

Reads one JSON request a line from standard input and answers each with eight bytes that tell
the size of the reply, and the reply (`index.batch.to_bytes`); a size of 0 means it could not.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from index.batch import prepare, to_bytes
from index.embedding.models import load_encoder
from index.types import Document


def main() -> None:
    """Answer requests until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ending it is for the one that started it
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to standard error
    encoder = load_encoder(sys.argv[1])
    for line in sys.stdin.buffer:
        request = json.loads(line)
        reply = b""
        if request["fingerprint"] == encoder.fingerprint:
            documents = [Document(*fields) for fields in request["documents"]]
            reply = to_bytes(prepare(documents, encoder))
        replies.write(len(reply).to_bytes(8, "big") + reply)
        replies.flush()


if __name__ == "__main__":
    main()
