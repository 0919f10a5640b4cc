"""How every template of ours is filled in: all values escaped, none missing."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates(package: str, folder: str = ".") -> Environment:
    """Those in a folder of a package; a value that is missing raises when one is filled in."""
    return Environment(
        loader=PackageLoader(package, folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
