"""As little as a Streamlit page can hold: one number."""

import streamlit as st

st.write("0")
