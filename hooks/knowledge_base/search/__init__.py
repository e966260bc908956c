"""The search index: a small head, then shards of folded words, as scripts that run from disk too.

The reader's side is `docs/assets/js/search.js`; both fold words by the same table
(`tests/search/folding.yml`). Decision 6 says why it is our own, with figures.
"""

from knowledge_base.search.files import FOLDER, index_files

__all__ = ["FOLDER", "index_files"]
