import{g as e}from"./chunk.js";function o(){return e("section",{class:"view",children:e("h1",{children:"Globe"})})}export{o as default};
