"""What runs in Streamlit: the router, the view that pages read, and the parts they show."""
