"""What an operator relies on: publishing, replicas, memory, under real load on real sockets."""
