"""Översikt in Streamlit as it comes: cached reading, pandas, metrics, a table and two Plotly charts."""

import streamlit as st

from bench.pages.drawing import TITLE, bars, figures, matrix, sentence, squares
from bench.pages.portfolio import FILTERS, Portfolio, count, read_portfolio

read = st.cache_resource(read_portfolio)


def pick(portfolio: Portfolio, dimension: str, label: str) -> list[str]:
    labels: dict[str, str] = dict(portfolio.of(dimension)[["code", "label"]].to_numpy())
    return st.sidebar.multiselect(label, list(labels), format_func=labels.__getitem__)


st.set_page_config(page_title=TITLE, layout="wide")
portfolio = read()
picks = {dimension: pick(portfolio, dimension, label) for dimension, label in FILTERS.items()}
page = count(portfolio, picks)

st.title(TITLE)
st.subheader(sentence(page), anchor=False)
for column, (label, number) in zip(st.columns(4), figures(page).items(), strict=True):
    column.metric(label, number)
st.table(matrix(portfolio, page, picks["vision_area"]))
if len(page.bars):
    st.plotly_chart(bars(portfolio, page), key="bars")
st.plotly_chart(squares(portfolio, page), key="squares")
