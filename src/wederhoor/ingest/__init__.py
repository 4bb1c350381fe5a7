r"""Files, folders and standard input in; `Report`s and `Skipped` out.

What is read:

* text reports (`*.txt`): one report a file, with a header `date YYYY[-MM[-DD]]` or a full timestamp
  on the first line, which may go on with the text itself;
* JSONL (`*.jsonl`, `*.ndjson`): one report a line, with the keys id, published, outlet, url, title
  and text; other keys are ignored;
* either of them compressed (`.gz`, `.xz`), folders of them, and `-` for standard input.

Text is UTF-8, or UTF-16. The body of a text report has `\r\n` and `\r` turned into `\n` and the
blank space around it taken off; the strings of a JSONL report are kept exactly as they are. Nothing
else is changed, because every offset in the record counts in this text.

Example:
    A file `kade.txt` that holds "date 2024-03-02 In Delfzijl is een loods ontruimd." gives
    `Report(id="kade", title="", body="In Delfzijl is een loods ontruimd.", published="2024-03-02",
    ...)`; the same file without its header gives a `Skipped` with reason `no-date`.
"""

from wederhoor.ingest.aside import Reason
from wederhoor.ingest.decoding import MAX_CHARACTERS
from wederhoor.ingest.reading import count_reports, read_reports
from wederhoor.model.report import OUTLET_ZONE

__all__ = ["MAX_CHARACTERS", "OUTLET_ZONE", "Reason", "count_reports", "read_reports"]
