"""Why something cannot be taken along as asked."""


class ExportRefused(Exception):
    """The format cannot hold the report; the message says why and which can, in the report's language."""
