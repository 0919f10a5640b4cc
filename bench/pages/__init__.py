"""The page Översikt made in other ways, each as its authors would advise: what ours is compared with."""
