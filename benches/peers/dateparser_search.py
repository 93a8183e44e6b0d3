"""Reads documents as lines of JSON on standard input; prints how many dates dateparser found, and the seconds it took."""

import datetime
import json
import sys
import time

from dateparser.search import search_dates

documents = [json.loads(line) for line in sys.stdin]

search_dates("on March 5, 1987", languages=["en"])
begin = time.perf_counter()
found = 0
for document in documents:
    base = datetime.datetime.fromisoformat(document["published"])
    found += len(search_dates(document["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or [])
print(json.dumps({"found": found, "seconds": time.perf_counter() - begin}))
