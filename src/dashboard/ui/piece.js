// Hands each piece to the page's own script, which stands in the document since before Streamlit began.
export default ({ data, parentElement, setTriggerValue }) =>
  window.visionskollen?.show(parentElement.querySelector(".vk"), data, setTriggerValue);
