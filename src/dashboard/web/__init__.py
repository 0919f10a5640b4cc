"""What stands between the network and the pages: what is let in, what goes out, and how it fares."""
