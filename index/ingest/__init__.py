"""Reading files and pages into documents."""

from index.ingest.read import Ingested, read_article, read_documents

__all__ = ["Ingested", "read_article", "read_documents"]
