var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function ee(e,t){if(t==null)return e.__&&ee(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ee(e)}function te(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),oe(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||ee(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,k(a,n,o),r.__=r.__e=null,n.__e!=i&&C(n))}function C(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),C(e)}function w(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(T)}function T(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&te(e)}finally{(a=r.length)&&(i||queueMicrotask)(T)}}function ne(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=re(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=oe(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&A(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=E(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function re(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ie(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ee(s)),ue(s,s));return r}function E(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=E(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ee(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ie(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ae(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function D(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ae(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ae(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=O(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function O(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function oe(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,te,C,w,T,re,E,ie,ae,D,O,oe,k,A,j=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=se(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof j==`function`){g=s.length;try{if(w=n.props,T=(f=j.prototype)&&f.render,re=(f=j.contextType)&&i[f.__c],E=f?re?re.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(T?n.__c=y=new j(w,E):(n.__c=y=new S(w,E),y.constructor=j,y.render=de),re&&re.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),T&&(y.__s||(y.__s=y.state),j.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,j.getDerivedStateFromProps(w,y.__s)))),b=y.props,te=y.state,y.__v=n,r.__c){if(w!==b&&T&&!j.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(w,E),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(w,y.__s,E)){n.__v!=r.__v&&(y.props=w,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=ee(r);break n}y.componentWillUpdate&&y.componentWillUpdate(w,y.__s,E),T&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,te,C)})}else T&&!j.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),T&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=E,y.props=w,y.__P=t,y.__g&=-5,ie=e.__r,ae=T?25:0;do y.__g&=-9,ie&&ie(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++ae<25);T&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),T&&r.__c&&y.getSnapshotBeforeUpdate&&(C=y.getSnapshotBeforeUpdate(b,te)),D=f&&f.type===x&&f.key==null?f.props.children:f,w.__P&&(f=c,a=(t=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&ue(e,e)}),r.__k=null),c=r.__k?ee(r,0):null),c=ne(t,h(D)?D:[D],n,r,i,a,o,s,c,l,u),w.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(k=o.indexOf(c||void 0))||(k=o.length);(A=o[k-1])&&A.nodeType==8;)k--;for(;k<o.length;k++)if(A=o[k]){if(o[k]=null,O){if(A==oe)break}else{if(A.nodeType!=8)break;A.data.startsWith(`$s`)&&(oe=se(O=A))}}}if(!O){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;O=c}(f=se(O=n.__c.__z||(n.__c.__z=O)))?(n.__e=O,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ce(n),e.__e(t,n,r)}}else c=n.__e=le(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function se(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ce(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ce))}function k(t,n,r){for(var i=0;i<r.length;)A(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function le(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,te,C=r.props||f,w=n.props,T=n.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(T?b.localName==T:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(te=u.ownerDocument||document,!T)return te.createTextNode(w);t=te.createElementNS(a,T,w.is?w:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(T){if(u=T==`template`&&t.content||t,o=T==`textarea`&&w.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(C={},d=0;d<t.attributes.length;d++)C[(b=t.attributes[d]).name]=b.value;for(d in C)b=C[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in w||d==`value`&&`defaultValue`in w||d==`checked`&&`defaultChecked`in w||D(t,d,null,b,a);for(d in w)b=w[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||C[d]===b||D(t,d,b,C[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ne(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&ee(r,0),c,l),o&&o.some(v)),c&&T!=`textarea`||(d=`value`,T==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(T!=`progress`||x)||D(t,d,x,C[d],a),d=`checked`,S!=null&&S!=t[d]&&D(t,d,S,C[d],a))}else C===w||c&&t.data==w||(t.data=w);return t}function A(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function ue(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||A(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&ue(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=se(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function de(e,t,n){return this.constructor(e,n)}function j(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],oe(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),k(a,n.__k,o),n.__k.props.children=null}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===d},S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),w(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),w(this))},S.prototype.render=x,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={};var fe,M,pe,me,he=Object.is,ge=0,_e=[],ve=[],N=e,ye=N.__b,be=N.__r,xe=N.diffed,Se=N.__c,Ce=N.unmount,we=N.__;function Te(e,t){N.__h&&N.__h(M,e,ge||t),ge=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function P(e){return ge=1,Ee(Le,e)}function Ee(e,t,n){var r=Te(fe++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Le(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);he(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=M,!M.__f)){M.__f=!0;var i=M.shouldComponentUpdate;M.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,he(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function F(e,t){var n=Te(fe++,3);!N.__s&&Ie(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,M.__H.__h.push(n))}function De(e){return ge=5,Oe(function(){return{current:e}},[])}function Oe(e,t){var n=Te(fe++,7);return Ie(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function ke(){var e=Te(fe++,11);if(!e.__){for(var t=M.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ae(){var e;do{for(;e=ve.shift();)try{Pe(e)}catch(t){N.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=_e.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Pe),t.__h.some(Fe),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}while(ve.length)}N.__b=function(e){M=null,ye&&ye(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),we&&we(e,t)},N.__r=function(e){be&&be(e),fe=0;var t=(M=e.__c).__H;t&&(pe==M?M.__h=[]:(t.__h.some(Pe),t.__h.some(Fe),fe=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),pe=M},N.diffed=function(e){xe&&xe(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ne(_e.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),pe=M=null},N.__c=function(e,t){t.some(function(e){try{e.__h.some(Pe),e.__h=e.__h.filter(function(e){return!e.__||Fe(e)})}catch(t){e.__h=[function(){throw t}]}}),Se&&Se(e,t)},N.unmount=function(e){Ce&&Ce(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Ne(ve.push(r))}else Pe(r)}catch(e){t=e}}),r.__H=void 0,t&&N.__e(t,r.__v))};var je=typeof requestAnimationFrame==`function`;function Me(e){var t,n=function(){clearTimeout(r),je&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);je&&(t=requestAnimationFrame(n))}function Ne(e){e!=1&&me==N.requestAnimationFrame||((me=N.requestAnimationFrame)||Me)(Ae)}function Pe(e){var t=M,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),M=t}function Fe(e){var t=M;e.__c=e.__(),M=t}function Ie(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!he(t,e[n])})}function Le(e,t){return typeof t==`function`?t(e):t}var Re=Symbol.for(`preact-signals`);function ze(){if(L>1)L--;else{var e,t=!1;for((function(){var e=qe;for(qe=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Ue!==void 0;){var n=Ue;for(Ue=void 0,We++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Xe(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(We=0,L--,t)throw e}}function Be(e){if(L>0)return e();Ke=++Ge,L++;try{return e()}finally{ze()}}var Ve,I=void 0;function He(e){var t=I,n=Ve;I=void 0,Ve=void 0;try{return e()}finally{I=t,Ve=n}}var Ue=void 0,L=0,We=0,Ge=0,Ke=0,qe=void 0,Je=0;function Ye(e){if(I!==void 0){var t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}}function R(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}R.prototype.brand=Re,R.prototype.h=function(){return!0},R.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?He(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},R.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&He(function(){var e;(e=t.Z)==null||e.call(t)}))}},R.prototype.subscribe=function(e){var t=this;return at(function(){var n=t.value;He(function(){return e(n)})},{name:`sub`})},R.prototype.valueOf=function(){return this.value},R.prototype.toString=function(){return this.value+``},R.prototype.toJSON=function(){return this.value},R.prototype.peek=function(){var e=this;return He(function(){return e.value})},Object.defineProperty(R.prototype,"value",{get:function(){var e=Ye(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(We>100)throw Error(`Cycle detected`);(function(e){L!==0&&We===0&&e.l!==Ke&&(e.l=Ke,qe={S:e,v:e.v,i:e.i,o:qe})})(this),this.v=e,this.i++,Je++,L++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{ze()}}}});function z(e,t){return new R(e,t)}function Xe(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ze(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Qe(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function $e(e,t){R.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Je-1,this.f=4}$e.prototype=new R,$e.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Je))return!0;if(this.g=Je,this.f|=1,this.i>0&&!Xe(this))return this.f&=-2,!0;var e=I;try{Ze(this),I=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return I=e,Qe(this),this.f&=-2,!0},$e.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}R.prototype.S.call(this,e)},$e.prototype.U=function(e){if(this.t!==void 0&&(R.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},$e.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty($e.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=Ye(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function et(e,t){return new $e(e,t)}function tt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){L++;var n=I;I=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,nt(e),t}finally{I=n,ze()}}}function nt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,tt(e)}function rt(e){if(I!==this)throw Error(`Out-of-order effect`);Qe(this),I=e,this.f&=-2;try{8&this.f&&nt(this)}finally{ze()}}function it(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Ve&&Ve.push(this)}it.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},it.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,tt(this),Ze(this),L++;var e=I;return I=this,rt.bind(this,e)},it.prototype.N=function(){2&this.f||(this.f|=2,this.u=Ue,Ue=this)},it.prototype.d=function(){this.f|=8,1&this.f||nt(this)},it.prototype.dispose=function(){this.d()};function at(e,t){var n=new it(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var ot,st,ct=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,lt=[];at(function(){ot=this.N})();function ut(t,n){e[t]=n.bind(null,e[t]||function(){})}function dt(e){if(st){var t=st;st=void 0,t()}st=e&&e.S()}function ft(e){var t=this,r=e.data,i=mt(r);i.name=`ReactiveDom`,i.value=r;var a=Oe(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=et(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=et(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=at(function(){if(this.N=_t,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}ft.displayName=`ReactiveTextNode`,Object.defineProperties(R.prototype,{constructor:{configurable:!0,value:y(x,null).constructor},type:{configurable:!0,value:ft},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),ut(`__b`,function(e,t){if(dt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof R&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),ut(`__r`,function(e,t){if(e(t),t.type!==x){dt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return at(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;ct&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),dt(n)}}),ut(`__e`,function(e,t,n,r){dt(),e(t,n,r)}),ut(`diffed`,function(e,t){dt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=pt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function pt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=z(n);return{o:function(e,t){a.value=e,r=t},d:at(function(){this.N=_t;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}ut(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),ut(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),S.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function mt(e,t){return Oe(function(){return z(e,t)},[])}var ht=function(e){queueMicrotask(function(){queueMicrotask(e)})};function gt(){Be(function(){for(var e;e=lt.shift();)ot.call(e)})}function _t(){lt.push(this)===1&&(e.requestAnimationFrame||ht)(gt)}var vt=`remit.return`,yt=!1,bt=z(null),xt=(...e)=>e.some(e=>bt.value?.rights.includes(e));async function St(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&wt(),e.ok&&(bt.value=await e.json())}async function Ct(){yt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});yt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function wt(){yt||(yt=!0,sessionStorage.setItem(vt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Tt(){let e=sessionStorage.getItem(vt)??``;return sessionStorage.removeItem(vt),e}var Et=[`asOf`],Dt=/%(3A|2F|40|2C|3E|20)/g,Ot={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function kt(e){return encodeURIComponent(e).replace(Dt,e=>Ot[e])}function At(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function jt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[At(t)]??=[]).push(At(n))}return{view:At(t)||`home`,params:{...r}}}function Mt({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${kt(e)}=${kt(t)}`));return`#/${e===`home`?``:kt(e)}${n.length?`?${n.join(`&`)}`:``}`}var B=z(jt(globalThis.location?.hash??``)),V=et(()=>B.value.params.asOf?.[0]);function Nt(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function Pt(e,t={}){let n={};for(let e of Et){let t=B.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...Nt(t)}}}var H=(e,t={})=>Mt(Pt(e,t));function Ft(e,t={}){globalThis.location.hash=H(e,t)}function It(e,t=!1){let n={...B.value.params};for(let t of Object.keys(e))delete n[t];let r=Mt({view:B.value.view,params:{...n,...Nt(e)}});r!==Mt(B.value)&&(t?(history.replaceState(null,``,r),B.value=jt(r)):globalThis.location.hash=r)}var Lt=e=>B.value.params[e]?.[0],Rt=e=>B.value.params[e]??[];function zt(){window.addEventListener(`hashchange`,()=>{B.value=jt(globalThis.location.hash)})}var Bt=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},Vt=`application/graphql-response+json, application/json`,Ht=60,U=new Map,Ut=6e4;function Wt(){U.clear()}var Gt=e=>e instanceof DOMException&&e.name===`AbortError`,Kt=(e,t)=>`${e}\n${JSON.stringify(t)}`;function qt(e,t,n){let r=e.toString().trim(),i=Kt(r,t),a=U.get(i);if(a&&Date.now()-a.at<Ut)return U.delete(i),U.set(i,a),a.answer.catch(r=>{if(!Gt(r)||n?.aborted)throw r;return qt(e,t,n)});let o=Jt(r,t,n);U.set(i,{at:Date.now(),answer:o}),o.catch(()=>{U.get(i)?.answer===o&&U.delete(i)});let s=U.keys().next();return U.size>Ht&&!s.done&&U.delete(s.value),o}async function Jt(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:Vt,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw Gt(e)?e:new Bt({code:`OFFLINE`,message:``})}r.status===401&&wt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new Bt(Yt(o?.[0],i,r.status,s));return a}function Yt(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function W(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new Bt({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function Xt(e){return e instanceof Bt?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function G(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=P({state:t?`loading`:`idle`,question:r}),o=De(i);return o.current=i,F(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),qt(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||Gt(e)||a({state:`failed`,question:r,problem:Xt(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function Zt(e,t,n,r){let i=G(e,t,n),[a,o]=P(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),qt(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var K=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new K(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),new K(`
    fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
    `,{fragmentName:`CompletenessParts`}),new K(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),new K(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),new K(`
    fragment EdgeParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}
    `,{fragmentName:`EdgeParts`}),new K(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),new K(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),new K(`
    fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`MonthEndParts`});var Qt=new K(`
    query HomeOrphaned($input: OrphanedPathsInput) {
  orphanedPaths(input: $input) {
    __typename
    ... on OrphanedPaths {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      totalRoots
      totalPaths
      totalUnknown
      roots(first: 5) {
        nodes {
          id
          name
          state
          shadow
          routes
          reasons {
            code
            since
            evidence
          }
          spendSince {
            ...MoneyParts
          }
          nextOwner {
            id
            name
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),$t=new K(`
    query HomeChanges($input: ChangesInput!) {
  changes(input: $input) {
    __typename
    ... on Changes {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      from
      to
      nodes {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      edges {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      permissions(first: 1) {
        totalCount
      }
      orphanedPaths {
        opened(first: 1) {
          totalCount
        }
        closed(first: 1) {
          totalCount
        }
      }
      reach(first: 5) {
        totalCount
        nodes {
          id
          name
          gained
          lost
          scoreBefore
          scoreAfter
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),en=new K(`
    query HomeShadow($input: InventoryInput!) {
  inventory(input: $input) {
    __typename
    ... on Inventory {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          id
          kind
          name
          lastUsed
          dataSources
          cost {
            ...MoneyParts
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),tn=new K(`
    query HomeForecast($input: ForecastInput!) {
  forecast(input: $input) {
    __typename
    ... on Forecast {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total {
        ...MonthEndParts
      }
      rows(first: 6) {
        totalCount
        nodes {
          ...MonthEndParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment MonthEndParts on MonthEnd {
  month
  spent {
    ...MoneyParts
  }
  expected {
    ...MoneyParts
  }
  low {
    ...MoneyParts
  }
  high {
    ...MoneyParts
  }
  budget {
    ...MoneyParts
  }
  over
  reason
  missingDays
  key {
    key
    value
  }
}`),nn=new K(`
    query HomeAnomalies($input: AnomaliesInput!) {
  anomalies(input: $input) {
    __typename
    ... on Anomalies {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      judged
      rows(first: 5) {
        totalCount
        nodes {
          day
          cost {
            ...MoneyParts
          }
          expected {
            ...MoneyParts
          }
          key {
            key
            value
          }
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment MoneyParts on Money {
  currency
  amount
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),rn=new K(`
    query HomeUnresolved($input: UnresolvedInput) {
  unresolved(input: $input) {
    __typename
    ... on Unresolved {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      rows(first: 5) {
        nodes {
          kind
          id
          name
          why
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),an=new K(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),on=new K(`
    query Search($input: SearchInput!, $first: Int!, $after: String) {
  search(input: $input) {
    __typename
    ... on Search {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      total
      nodes(first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          name
          known
          aliases
          props {
            key
            value
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
fragment CompletenessParts on Completeness {
  status
  reasons {
    code
    detail
  }
  notes {
    code
    detail
  }
}
fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),sn=new K(`
    query Status {
  status {
    generation
    builtAt
    digest
    counts {
      usage
      charges
      nodes {
        key
        value
      }
    }
    sources {
      source
      lastRun
      state
      ageS
      promisedAgeS
      reasons {
        code
        detail
      }
    }
  }
}
    `),q={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},cn=e=>q.views[e]??e;function J(e){return e?`${e.currency} ${un(ln(e.amount,2))}`:q.unknown}function ln(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function un(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function dn(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var Y=e=>un(String(e)),fn=e=>un(String(Math.round(e*10)/10)),pn=864e5;function mn(e){if(!e)return q.unknown;let t=new Date(e).toISOString();return`${t.slice(0,10)} ${t.slice(11,16)} UTC`}var hn=e=>e?e.slice(0,10):q.unknown;function gn(e){let t=[[86400,q.units.day],[3600,q.units.hour],[60,q.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return q.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}var _n=e=>e?new Date(e):new Date(Math.floor(Date.now()/6e4)*6e4),vn=(e,t)=>new Date(e.getTime()-t*pn),yn=e=>e.toISOString().slice(0,10),bn=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),xn=Symbol.for(`pv`),Sn=0;Array.isArray;function X(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:xn,__v:--Sn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function Cn(e,t){return e===t?0:e<t?-1:1}function wn(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Cn(r(e),r(t))),...e.filter(e=>!a(e))]}function Tn(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=P(null),[o,s]=P(0),c=De(null),l=t.find(({key:e})=>e===i?.key),u=Oe(()=>wn(e.rows,l,i?.descending??!1),[e.rows,i?.key,i?.descending]),d=e=>{let t=Math.max(0,Math.min(u.length-1,e));s(t),(c.current?.rows[t])?.focus()},f=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:u.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),d(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(u[n]):i?.click()}},p=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return X(`p`,{class:`empty`,children:e.empty??q.parts.empty});let m=e.total??u.length;return X(`div`,{class:`table-box`,children:[X(`table`,{class:`data-table`,children:[X(`caption`,{class:`visually-hidden`,children:e.caption}),X(`thead`,{children:X(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>X(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?X(`button`,{type:`button`,class:`sort`,onClick:()=>p(e),title:q.parts.sortBy(t),children:[t,X(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),X(`tbody`,{ref:c,onKeyDown:f,children:u.map((i,a)=>X(`tr`,{tabIndex:a===Math.min(o,u.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>X(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))})]}),m>u.length&&X(`p`,{class:`table-foot`,children:[i?q.parts.sortedAmong(Y(u.length),Y(m)):q.parts.rowsOf(Y(u.length),Y(m)),e.hasMore&&e.onMore&&X(`button`,{type:`button`,onClick:e.onMore,disabled:e.isLoading,children:q.more})]})]})}var En=200,Dn=z(new Map),On=new Set,kn=0;function An(e,t){let n=t??Dn.value.get(e);return F(()=>{n===void 0&&e.includes(`:`)&&(On.add(e),kn||=window.setTimeout(jn))},[e,n]),n||Mn(e)}async function jn(){kn=0;let e=[...On].slice(0,En);On.clear();try{let{nodes:t}=await qt(an,{ids:e,asOf:V.value??null}),n=new Map(Dn.value);t.forEach((t,r)=>n.set(e[r],t?.name||Mn(e[r]))),Dn.value=n}catch{}}function Mn(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var Nn=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function Pn(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var Fn={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},In=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,Ln=e=>Fn[e]??In,Rn=e=>q.kinds[e]??e;function zn({kind:e}){return X(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":Rn(e),children:X(`path`,{d:Ln(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var Bn=e=>Nn(e)===`DataSource`||Nn(e)===`McpTool`||Nn(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function Z({id:e,name:t,plain:n=!1,href:r}){let i=An(e,t),{view:a,param:o}=Bn(e),s=X(x,{children:[X(zn,{kind:Nn(e)}),X(`span`,{class:`chip-name`,children:i||Mn(e)}),X(`span`,{class:`chip-system`,children:Pn(e)})]});return n?X(`span`,{class:`chip`,title:e,children:s}):X(`a`,{class:`chip`,title:e,href:r??H(a,{[o]:e}),children:s})}function Vn({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=X(x,{children:[X(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?q.shell.complete:q.shell.partial]});return!n.length&&!r.length?X(`span`,{class:`completeness is-complete`,children:a}):X(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[X(`summary`,{children:[a,i?` · ${q.shell.notes}`:``]}),X(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>X(`p`,{children:[X(`code`,{children:e}),` `,t]},e+t))})]})}function Hn(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function Un(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Wn(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(Hn).join(`,`),...e.rows.map(e=>[...e,...n].map(Hn).join(`,`))].join(`\r
`)}\r\n`}function Gn(e,t,n,r){return`${JSON.stringify({...Un(t,n,r),answer:e},null,2)}\n`}function Kn(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var qn=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Jn({problem:e,onRetry:t,candidateHref:n}){let r=q.remedies[e.code];return X(`div`,{class:`problem`,role:`alert`,children:[X(`p`,{class:`problem-message`,children:e.message||q.problems[e.code]||q.problems.fallback}),r&&X(`p`,{children:r}),e.candidates&&X(x,{children:[X(`p`,{children:q.parts.candidates}),X(`ul`,{class:`plain-list`,children:e.candidates.map(e=>X(`li`,{children:X(Z,{id:e,href:n?.(e)})},e))})]}),X(`p`,{class:`muted small`,children:[q.parts.code,` `,e.code,e.requestId&&` · ${q.parts.request} ${e.requestId}`]}),t&&X(`button`,{type:`button`,onClick:t,children:q.tryAgain})]})}function Yn({question:e}){let[t,n]=P(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${q.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return X(`details`,{class:`query-behind`,children:[X(`summary`,{title:q.parts.questionTitle,children:q.parts.question}),X(`div`,{class:`query-box`,children:[X(`div`,{class:`query-tools`,children:[X(`button`,{type:`button`,onClick:()=>void i(),children:t?q.parts.copied:q.parts.copy}),X(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:q.parts.graphiql})]}),X(`pre`,{tabIndex:0,"aria-label":q.parts.questionTitle,children:e.text}),X(`pre`,{tabIndex:0,"aria-label":q.parts.variables,children:r})]})]})}var Xn=z(``),Zn=e=>{Xn.value=e};function Qn(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function $n(e){let{answer:t,title:n}=e,r=ke(),i=Qn(t.data),a=e.level===3?`h3`:`h2`;return F(()=>{t.state===`answered`&&e.summary&&Zn(`${n}: ${e.summary(t.data)}`)},[t]),X(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[X(`header`,{class:`panel-head`,children:[X(a,{id:r,children:n}),i&&X(Vn,{provenance:i}),X(`div`,{class:`panel-tools`,children:[t.data!==void 0&&e.exportName&&X(er,{...e,provenance:i}),t.question.variables!==null&&X(Yn,{question:t.question})]})]}),e.lead&&X(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&X(Jn,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&X(`p`,{class:`asking`,children:q.loading}),t.data!==void 0&&e.children(t.data)]})}function er({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return X(`span`,{class:`export`,role:`group`,"aria-label":q.parts.export,children:[n&&X(`button`,{type:`button`,class:`quiet`,onClick:()=>Kn(qn(t,r,`csv`),`text/csv`,Wn(n(i),r)),children:q.parts.exportCsv}),X(`button`,{type:`button`,class:`quiet`,onClick:()=>Kn(qn(t,r,`json`),`application/json`,Gn(i,e.question,r,new Date)),children:q.parts.exportJson})]})}var tr=6e4,nr=z(null),rr=z(null),ir=z(0),ar=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,or=et(()=>(nr.value?.sources??[]).filter(ar));async function sr(){try{let e=(await qt(sn,{})).status,t=nr.value;t&&e.generation!==t.generation&&(Wt(),ir.value+=1,Zn(q.shell.newGeneration(e.generation))),nr.value=e,rr.value=null}catch(e){rr.value=Xt(e)}}function cr(){sr(),setInterval(()=>{document.visibilityState===`visible`&&sr()},tr),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&sr()})}var lr=7,ur=30;function dr(){let e=q.home;return X(x,{children:[X(`h1`,{children:e.title}),X(`p`,{class:`lead`,children:e.lead(V.value?mn(V.value):e.now)}),X(`div`,{class:`home`,children:[X(fr,{}),X(pr,{}),X(vr,{}),X(yr,{}),X(br,{}),X(Sr,{}),X(Cr,{})]})]})}function Q({count:e,words:t,address:n,strong:r}){return X(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[X(`span`,{class:`figure-count`,children:e}),` `,X(`span`,{class:`figure-words`,children:t})]})}function fr(){let e=q.home,t=G(Qt,{input:{asOf:V.value??null}},e=>W(e.orphanedPaths));return X($n,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>Y(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>X(x,{children:[X(`div`,{class:`figures`,children:[X(Q,{count:Y(t),words:e.orphanedOf(Y(n)),address:H(`orphaned`),strong:!0}),r>0&&X(Q,{count:Y(r),words:e.unknownOwners,address:H(`orphaned`,{list:`unknown`})})]}),X(Tn,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>X(x,{children:[X(Z,{id:t,name:n,href:H(`orphaned`,{root:t})}),r&&X(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>Y(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>hn(e[0]?.since),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>J(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?X(Z,{id:t.id,name:t.name}):X(`span`,{class:`muted`,children:e.nobody})}]})]})})}function pr(){let e=q.home,t=bn(vn(_n(V.value),lr)),n=G($t,{input:{from:t,asOf:V.value??null}},e=>W(e.changes)),r=H(`changes`,{from:t});return X($n,{title:e.changes,lead:e.changesLead(mn(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>X(x,{children:[X(`div`,{class:`figures`,children:[X(Q,{count:`+${Y(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),X(Q,{count:`−${Y(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),X(Q,{count:`+${Y(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),X(Q,{count:`−${Y(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),X(Q,{count:`+${Y(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),X(Q,{count:`−${Y(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),X(Q,{count:Y(a.totalCount),words:e.permissionsChanged,address:r}),X(Q,{count:Y(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&X(Tn,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>X(Z,{id:e,name:n,href:H(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${Y(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${Y(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${fn(e)} → ${fn(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var mr=e=>e.map(({value:e})=>e).join(` · `);function hr({value:e,address:t}){return e.includes(`:`)?X(Z,{id:e,href:t}):X(`a`,{href:t,children:e.replace(/^~/,``)})}function gr({row:e}){let t=dn(e.spent,e.budget),n=dn(e.expected,e.budget);if(t===null)return X(`span`,{class:`muted`,children:q.home.noBudget});let r=Math.max(1,t,n??0);return X(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${J(e.spent)} / ${J(e.budget)}`,children:[X(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&X(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),X(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),X(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var _r=e=>e==null?q.home.cannotSay:e?q.home.over:q.home.within;function vr(){let e=q.home,t=G(tn,{input:{by:[`team`],asOf:V.value??null}},e=>W(e.forecast)),n=H(`cost`,{by:`team`});return X($n,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:r})=>X(x,{children:[X(`div`,{class:`figures`,children:[X(Q,{count:J(t.spent),words:e.spent,address:n,strong:!0}),X(Q,{count:J(t.expected),words:e.expected,address:H(`cost`,{by:`team`,forecast:!0})})]}),X(Tn,{caption:e.spend,rows:r.nodes,total:r.totalCount,rowKey:({key:e})=>mr(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>X(hr,{value:e[0].value,address:H(`cost`,{by:`team`,filter:`team=${e[0].value}`})})},{key:`spent`,title:e.spent,cell:({spent:e})=>J(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expected,cell:({expected:e})=>J(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>X(gr,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?X(`span`,{class:e?`tag tag-bad`:`muted`,children:_r(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function yr(){let e=q.home,t=G(en,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:V.value??null}},e=>W(e.inventory));return X($n,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>X(x,{children:[X(`div`,{class:`figures`,children:X(Q,{count:Y(t),words:e.shadow,address:H(`orphaned`,{list:`shadow`}),strong:t>0})}),X(Tn,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>X(Z,{id:e,name:t})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>Y(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>hn(e),sort:({lastUsed:e})=>e}]})]})})}function br(){let e=q.home,t=_n(V.value),n=G(nn,{input:{by:[`team`],from:yn(vn(t,ur)),to:yn(vn(t,1)),asOf:V.value??null}},e=>W(e.anomalies));return X($n,{title:e.anomalies,lead:e.anomaliesLead,answer:n,exportName:`anomalies`,children:({judged:t,rows:n})=>X(x,{children:[X(`div`,{class:`figures`,children:X(Q,{count:Y(n.totalCount),words:e.judged(Y(t)),address:H(`cost`,{by:`team`,anomalies:!0}),strong:n.totalCount>0})}),n.nodes.length>0&&X(Tn,{caption:e.anomalies,rows:n.nodes,total:n.totalCount,rowKey:({day:e,key:t})=>`${e} ${mr(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>hn(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>X(hr,{value:e[0].value,address:H(`cost`,{by:`team`,from:t,to:t})})},{key:`cost`,title:e.cost,cell:({cost:e})=>J(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expected,cell:({expected:e})=>J(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var xr={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Sr(){let e=q.home,{value:t}=nr,n=t?{state:`answered`,question:xr,data:or.value}:{state:`loading`,question:xr};return X($n,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>X(x,{children:[X(`div`,{class:`figures`,children:X(Q,{count:Y(t.length),words:e.late,address:H(`sources`),strong:t.length>0})}),X(Tn,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>X(`a`,{href:H(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>gn(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?q.unknown:gn(e),sort:({promisedAgeS:e})=>e}]})]})})}function Cr(){let e=q.home,t=G(rn,{input:{asOf:V.value??null}},e=>W(e.unresolved));return X($n,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>X(x,{children:[X(`div`,{class:`figures`,children:X(Q,{count:Y(t),words:e.looseEnds,address:H(`unresolved`)})}),X(Tn,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?X(Z,{id:e,name:t,href:H(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>X(`span`,{class:`small`,children:e})}]})]})})}var wr={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function Tr(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&wr[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var Er=`remit.recent`,Dr=20,Or=[`start`,`target`,`from`,`node`,`of`];function kr(){try{let e=JSON.parse(localStorage.getItem(Er)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,Dr):[]}catch{return[]}}var Ar=z(kr()),jr=({params:e})=>Or.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function Mr(e){if(!jr(e))return;let t=Mt(e);Ar.value=[t,...Ar.value.filter(e=>e!==t)].slice(0,Dr),localStorage.setItem(Er,JSON.stringify(Ar.value))}function Nr(){Ar.value=[],localStorage.removeItem(Er)}var Pr=()=>Ar.value.map(jt),Fr=[{key:`name`,title:q.search.name,cell:({id:e,name:t})=>X(Z,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:q.search.kind,cell:({kind:e})=>Rn(e),sort:({kind:e})=>Rn(e)},{key:`source`,title:q.search.source,cell:({id:e})=>Pn(e),sort:({id:e})=>Pn(e),wide:!0},{key:`id`,title:q.search.id,cell:({id:e})=>X(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:q.search.actions,cell:({id:e})=>X(`span`,{class:`actions`,children:[X(`a`,{href:H(`blast-radius`,{start:e}),children:q.search.blastRadius}),X(`a`,{href:H(`exposure`,{target:e}),children:q.search.exposure})]})}];function Ir(){let e=Lt(`text`)??``,t=Rt(`kind`),n=e?{input:Tr(e,V.value,t),first:100}:null,[r,i]=Zt(on,n,e=>W(e.search),({nodes:e})=>e);return X(x,{children:[X(`h1`,{children:q.search.title}),X(`p`,{class:`lead`,children:q.search.lead}),X(`div`,{class:`search-form`,children:[X(`input`,{type:`text`,"aria-label":q.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>It({text:e.currentTarget.value},!0)}),X(`select`,{"aria-label":q.search.kind,value:t[0]??``,onChange:e=>It({kind:e.currentTarget.value}),children:[X(`option`,{value:``,children:q.search.allKinds}),Object.entries(q.kinds).map(([e,t])=>X(`option`,{value:e,children:t},e))]})]}),n?X($n,{title:q.search.matches(r.data?Y(r.data.total):q.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>q.search.matches(Y(e)),children:({total:e})=>X(Tn,{caption:q.search.title,columns:Fr,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Bn(e);Ft(t,{[n]:e})}})}):X(Lr,{})]})}function Lr(){let e=Pr();return X(`section`,{class:`panel`,"aria-label":q.search.recent,children:[X(`header`,{class:`panel-head`,children:[X(`h2`,{children:q.search.recent}),e.length>0&&X(`button`,{type:`button`,class:`quiet`,onClick:Nr,children:q.search.forget})]}),e.length===0&&X(`p`,{class:`empty`,children:q.search.noRecent}),X(`ul`,{class:`plain-list recent`,children:e.map(e=>X(`li`,{children:[X(`span`,{children:cn(e.view)}),X(Z,{id:jr(e),href:Mt(e)})]},Mt(e)))})]})}var Rr=[`ask`],zr=[{name:`home`,component:dr,key:`h`,rights:Rr,isListed:!0},{name:`search`,component:Ir,key:`/`,rights:Rr,isListed:!1}],Br=`remit.theme`,Vr=[`auto`,`light`,`dark`],Hr=localStorage.getItem(Br),Ur=z(Vr.find(e=>e===Hr)??`auto`);function Wr(){document.documentElement.dataset.theme=Ur.value}function Gr(){Ur.value=Vr[(Vr.indexOf(Ur.value)+1)%Vr.length],localStorage.setItem(Br,Ur.value),Wr()}var Kr=1500,qr=`search-box`,$=z(!1),Jr=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Yr(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}var Xr=0;function Zr(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){$.value=!1,Jr(e.target)&&e.target.blur();return}if(Jr(e.target))return;let t=performance.now()-Xr<Kr;if(Xr=0,t){let t=zr.find(({key:t,rights:n})=>t===e.key&&xt(...n));t&&(e.preventDefault(),Ft(t.name));return}let n={"/":()=>document.getElementById(qr)?.focus(),g:()=>{Xr=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:Gr,"?":()=>{$.value=!$.value},j:Yr,k:Yr}[e.key];n&&(e.preventDefault(),n())}var Qr=()=>document.addEventListener(`keydown`,Zr),$r=8,ei=120;function ti(){let[e,t]=P(``),[n,r]=P(``),[i,a]=P(!1),[o,s]=P(-1),c=De(null);F(()=>{let t=setTimeout(()=>r(e.trim()),ei);return()=>clearTimeout(t)},[e]);let l=G(on,n?{input:Tr(n,V.value),first:$r}:null,e=>W(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;F(()=>{s(-1),l.state===`answered`&&Zn(q.search.matches(Y(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Bn(n.id);Ft(e,{[t]:n.id})}else Ft(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${qr}-list`;return X(`search`,{class:`search`,children:[X(`input`,{ref:c,id:qr,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":q.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:q.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),X(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),X(`div`,{class:`suggestions`,hidden:!f,children:[X(`ul`,{role:`listbox`,id:g,"aria-label":q.shell.suggestions,children:u.map((e,t)=>X(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:X(Z,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&X(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&X(`p`,{class:`suggestions-foot`,children:q.shell.noMatch}),d>u.length&&u.length>0&&X(`p`,{class:`suggestions-foot`,children:X(`a`,{href:H(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:q.shell.allMatches(Y(d))})})]})]})}var ni={auto:`◐`,light:`○`,dark:`●`};function ri(){return X(`header`,{class:`top`,children:[X(`a`,{class:`product`,href:H(`home`),children:[X(ii,{}),q.product]}),X(ti,{}),X(`div`,{class:`top-tools`,children:[X(`button`,{type:`button`,class:`quiet icon`,onClick:Gr,title:q.shell.theme[Ur.value],"aria-label":q.shell.theme[Ur.value],children:X(`span`,{"aria-hidden":`true`,children:ni[Ur.value]})}),X(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":$.value,title:q.shell.help,"aria-label":q.shell.help,onClick:()=>$.value=!$.value,children:X(`span`,{"aria-hidden":`true`,children:`?`})}),bt.value?.session&&X(`span`,{class:`session`,id:`session`,children:[X(`span`,{id:`who`,children:q.shell.signedInAs(bt.value.name)}),X(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Ct(),children:q.shell.signOut})]})]})]})}function ii(){return X(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[X(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),X(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),X(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),X(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),X(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function ai(){return X(`nav`,{class:`views`,"aria-label":q.shell.navigation,children:X(`ul`,{children:zr.filter(({isListed:e,rights:t})=>e&&xt(...t)).map(({name:e,key:t})=>X(`li`,{children:X(`a`,{href:H(e),"aria-current":B.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:cn(e)})},e))})})}var oi=[[`/`,q.keys.search],[`j`,q.keys.next],[`k`,q.keys.previous],[`Enter`,q.keys.open],[`u`,q.keys.undo],[`U`,q.keys.redo],[`t`,q.keys.theme],[`Esc`,q.keys.leave],[`?`,q.keys.help]];function si(){let e=De(null),t=$.value;return F(()=>{t?e.current?.showModal():e.current?.close()},[t]),X(`dialog`,{ref:e,class:`help`,"aria-label":q.keys.title,onClose:()=>$.value=!1,children:[X(`header`,{class:`panel-head`,children:[X(`h2`,{children:q.keys.title}),X(`button`,{type:`button`,class:`quiet`,onClick:()=>$.value=!1,children:q.shell.closeHelp})]}),X(`dl`,{class:`keys`,children:[oi.map(([e,t])=>X(`div`,{children:[X(`dt`,{children:X(`kbd`,{children:e})}),X(`dd`,{children:t})]},e)),zr.filter(({key:e,isListed:t,rights:n})=>e&&t&&xt(...n)).map(({name:e,key:t})=>X(`div`,{children:[X(`dt`,{children:[X(`kbd`,{children:`g`}),` `,X(`span`,{class:`visually-hidden`,children:q.keys.then}),` `,X(`kbd`,{children:t})]}),X(`dd`,{children:cn(e)})]},e))]})]})}var ci=12;function li(){let{value:e}=nr;return X(`div`,{class:`strip`,id:`state`,children:[X(ui,{}),e?.builtAt&&X(`a`,{class:or.value.length?`strip-late`:``,href:H(`sources`),children:or.value.length?X(x,{children:[X(`span`,{"aria-hidden":`true`,children:`▲ `}),q.shell.lateSources(or.value.length)]}):q.shell.sourcesOnTime(e.sources.length)}),V.value&&X(`span`,{class:`strip-moment`,children:[q.shell.asOfSet(mn(V.value)),X(`button`,{type:`button`,class:`quiet`,onClick:()=>It({asOf:void 0}),children:q.shell.asOfClear})]})]})}function ui(){let{value:e}=nr;if(rr.value)return X(`span`,{class:`strip-late`,children:rr.value.code===`OFFLINE`?q.shell.offline:rr.value.message||q.shell.statusFailed});if(!e)return X(`span`,{children:q.loading});if(!e.builtAt)return X(`span`,{class:`strip-late`,children:q.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return X(x,{children:[X(`span`,{children:q.shell.generation(e.generation)}),X(`span`,{title:mn(e.builtAt),children:q.shell.built(gn(t))}),e.digest&&X(`span`,{title:e.digest,children:[q.shell.digest(``),X(`code`,{children:e.digest.slice(0,ci)})]})]})}function di(){let{view:e}=B.value,t=De(null),n=De(!0);return F(()=>{document.title=`${cn(e)} · ${q.product}`,n.current||t.current?.focus(),n.current=!1},[e]),F(()=>Mr(B.value),[B.value]),X(x,{children:[X(`a`,{class:`skip`,href:Mt(B.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:q.shell.skip}),X(ri,{}),X(ai,{}),X(li,{}),X(`main`,{ref:t,tabIndex:-1,children:bt.value&&X(fi,{name:e},`${e} ${ir.value}`)}),X(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Xn.value}),X(si,{})]})}function fi({name:e}){let t=zr.find(t=>t.name===e);if(!t)return X(`section`,{class:`panel`,children:[X(`h1`,{children:q.notThere.title}),X(`p`,{children:q.notThere.lead}),X(`p`,{children:X(`a`,{href:H(`home`),children:q.notThere.home})})]});if(!xt(...t.rights))return X(`p`,{class:`panel`,children:q.notAllowed});let n=t.component;return X(n,{})}Wr(),zt();var pi=Tt();pi&&!location.hash&&(location.hash=pi),Qr(),St(),cr(),j(X(di,{}),document.getElementById(`explorer`));