"""From a captured page to its listings: parsing only, strings as captured, no vocabulary decisions."""
