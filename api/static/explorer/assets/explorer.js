var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n,r,i,a,o,s,c,l,u,d,f,p=Symbol.for(`pv`),m={},h=[],g=/^m(i|n|o|s|text|space)$/,ee=Array.isArray,_=h.slice,v=Object.assign;function y(e){e&&e.parentNode&&e.remove()}function b(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?_.call(arguments,2):n),x(e,o,r,i,null)}function x(e,t,i,a,o){var s={type:e,props:t,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:p,__v:o||++r,__i:-1,__u:0};return!o&&n.vnode&&n.vnode(s),s}function S(e){return e.children}function C(e,t){this.props=e,this.context=t,this.__g=0}function te(e,t){if(t==null)return e.__&&te(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:te(e)}function w(e){var t,r=e.__v,i=r.__e,a=[],o=[],s=e.__P;s&&((t=v({constructor:p},r)).__v=r.__v+1,n.vnode&&n.vnode(t),D(s,t,r,e.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||te(r),32&r.__u,o),t.__v=r.__v,t.__.__k[t.__i]=t,O(a,t,o),r.__=r.__e=null,t.__e!=i&&T(t))}function T(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),T(e)}function ne(e){(8&e.__g||(e.__g|=8,a.push(e),s++))&&o==n.debounceRendering||((o=n.debounceRendering)||queueMicrotask)(re)}function re(){try{for(var e,t=1;a.length;)a.length>t&&a.sort(c),e=a.shift(),t=a.length,8&e.__g&&w(e)}finally{(s=a.length)&&(o||queueMicrotask)(re)}}function ie(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,g,ee,_,v=r.__k||h,y=t.length;for(c=ae(n,t,v,c,y),d=0;d<y;d++)(p=n.__k[d])!=null&&(f=~p.__i&&v[p.__i]||m,p.__i=d,_=D(e,p,f,i,a,o,s,c,l,u),g=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&pe(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||g,p)),ee||=g,4&p.__u?(c=oe(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&_!==void 0?c=_:g&&(c=g.nextSibling),p.__u&=-21);return n.__e=ee,c}function ae(e,t,n,r,i){var a,o,s,c,l,u,d,f,m,h=n.length,g=h,_=0,v=0,y=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=y[a]=x(null,o):ee(o)?o=y[a]=x(S,{children:o}):o.constructor===p&&o.__b?o=y[a]=x(o.type,o.props,o.key,o.ref,o.__v):y[a]=o,c=a+_,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=se(o,n,c,g))&&(g--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?_--:l==c+1?_++:l!=c&&(l>c?_--:_++,v=1)):(~l||(i>h?_--:i<h&&_++),typeof o.type!=`function`&&(o.__u|=4))):y[a]=null;if(v){for(u=[],d=[],a=0;a<i;a++)if((o=y[a])&&16&o.__u){for(_=0,f=u.length;_<f;)u[m=_+f>>1]<o.__i?_=m+1:f=m;u[_]=o.__i,d[a]=_+1}for(_=u.length;a--;)d[a]&&(d[a]==_?_--:y[a].__u|=4)}if(g)for(a=0;a<h;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=te(s)),me(s,s));return r}function oe(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=oe(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=te(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function se(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ce(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function le(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ce(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ce(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=f[t]||(f[t]=E(t)),(e.__a||={})[t]=d,a=t!=(t=t.replace(u,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function E(e){return function(t){var r=this.__e;if(r){if(r=r[e],t[l]==null)t[l]=d++;else if(t[l]<this.__a[e])return;return r(n.event?n.event(t):t)}}}function D(e,t,r,i,a,o,s,c,l,u){var d,f,m,g,_,b,x,w,T,ne,re,ae,oe,se,ce,le,E,D,O=t.type;if(t.constructor!==p)return null;128&r.__u&&(l=32&r.__u,d=r.__c.__z)&&(t.__u|=l,f=o=[],d.nodeType==8?c=ue(d,o):o.push(d),c=o[0]||c),(d=n.__b)&&d(t);n:if(typeof O==`function`){m=s.length;try{if(w=t.props,T=(d=O.prototype)&&d.render,ne=(d=O.contextType)&&i[d.__c],re=d?ne?ne.props.value:d.__:i,(g=r.__c)?(t.__c=g,2&g.__g&&(g.__g|=1)):(T?t.__c=g=new O(w,re):(t.__c=g=new C(w,re),g.constructor=O,g.render=he),ne&&ne.sub(g),g.state||(g.state={}),g.__n=i,g.__g|=8,g.__h=[],g.__k=[]),T&&(g.__s||(g.__s=g.state),O.getDerivedStateFromProps&&(g.__s==g.state&&(g.__s=v({},g.__s)),v(g.__s,O.getDerivedStateFromProps(w,g.__s)))),_=g.props,b=g.state,g.__v=t,r.__c){if(w!==_&&T&&!O.getDerivedStateFromProps&&g.componentWillReceiveProps&&g.componentWillReceiveProps(w,re),t.__v==r.__v&&!(8&g.__g)||!(4&g.__g)&&g.shouldComponentUpdate&&!1===g.shouldComponentUpdate(w,g.__s,re)){t.__v!=r.__v&&(g.props=w,g.state=g.__s,g.__g&=-9),t.__e=r.__e,t.__k=r.__k,t.__k.some(function(e){e&&(e.__=t)}),h.push.apply(g.__h,g.__k),g.__k=[],g.__h.length&&s.push(g),c=te(r);break n}g.componentWillUpdate&&g.componentWillUpdate(w,g.__s,re),T&&g.componentDidUpdate&&g.__h.push(function(){g.componentDidUpdate(_,b,x)})}else T&&!O.getDerivedStateFromProps&&g.componentWillMount&&g.componentWillMount(),T&&g.componentDidMount&&g.__h.push(g.componentDidMount);g.context=re,g.props=w,g.__P=e,g.__g&=-5,ae=n.__r,oe=T?25:0;do g.__g&=-9,ae&&ae(t),d=g.render(g.props,g.state=g.__s,g.context);while(8&g.__g&&++oe<25);T&&(h.push.apply(g.__h,g.__k),g.__k=[]),g.state=g.__s,g.getChildContext&&(i=v({},i,g.getChildContext())),T&&r.__c&&g.getSnapshotBeforeUpdate&&(x=g.getSnapshotBeforeUpdate(_,b)),se=d&&d.type===S&&d.key==null?d.props.children:d,w.__P&&(d=c,a=(e=w.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=e&&(r.__k.some(function(e){e&&me(e,e)}),r.__k=null),c=r.__k?te(r,0):null),c=ie(e,ee(se)?se:[se],t,r,i,a,o,s,c,l,u),w.__P&&(t.__e=null,c=d),t.__u&=-161,f&&f.some(y),g.__h.length&&s.push(g),1&g.__g&&(g.__g&=-4)}catch(e){if(s.length=m,t.__v=null,l||o){if(e&&e.then){if(t.__u|=128|l,o){for(~(E=o.indexOf(c||void 0))||(E=o.length);(D=o[E-1])&&D.nodeType==8;)E--;for(;E<o.length;E++)if(D=o[E]){if(o[E]=null,ce){if(D==le)break}else{if(D.nodeType!=8)break;D.data.startsWith(`$s`)&&(le=ue(ce=D))}}}if(!ce){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ce=c}(d=ue(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,c=d):t.__e=c,c&&=c.nextSibling}else o&&o.some(y)}else t.__e=r.__e;t.__k||=r.__k||[],e&&e.then||de(t),n.__e(e,t,r)}}else c=t.__e=fe(r.__e,t,r,i,a,o,s,l,u,e);return(d=n.diffed)&&d(t),c}function ue(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function de(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(de))}function O(e,t,r){for(var i=0;i<r.length;)pe(r[i++],r[i++],r[i++]);n.__c&&n.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){n.__e(e,t.__v)}})}function fe(e,t,r,i,a,o,s,c,l,u){var d,f,p,h,v,b,x,S,C=r.props||m,w=t.props,T=t.type;if(T==`svg`?a=`http://www.w3.org/2000/svg`:T==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((v=o[d])&&(T?v.localName==T:v.nodeType==3)){e=v,o[d]=null;break}}if(!e){if(S=u.ownerDocument||document,!T)return S.createTextNode(w);e=S.createElementNS(a,T,w.is?w:u),c&&=(n.__m&&n.__m(t,o),!1),o=null}if(T){if(u=T==`template`&&e.content||e,o=T==`textarea`&&w.defaultValue!=null?null:o&&_.call(u.childNodes),!c&&o)for(C={},d=0;d<e.attributes.length;d++)C[(v=e.attributes[d]).name]=v.value;for(d in C)v=C[d],d==`dangerouslySetInnerHTML`?p=v:d==`children`||d in w||d==`value`&&`defaultValue`in w||d==`checked`&&`defaultChecked`in w||le(e,d,null,v,a);for(d in w)v=w[d],d==`children`?h=v:d==`dangerouslySetInnerHTML`?f=v:d==`value`?b=v:d==`checked`?x=v:c&&typeof v!=`function`||C[d]===v||le(e,d,v,C[d],a);f?(c||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(T==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&g.test(T))&&(a=`http://www.w3.org/1999/xhtml`),ie(u,ee(h)?h:[h],t,r,i,a,o,s,o?o[0]:r.__k&&te(r,0),c,l),o&&o.some(y)),c&&T!=`textarea`||(d=`value`,T==`progress`&&b==null?e.removeAttribute(d):b==null||b===e[d]&&(T!=`progress`||b)||le(e,d,b,C[d],a),d=`checked`,x!=null&&x!=e[d]&&le(e,d,x,C[d],a))}else C===w||c&&e.data==w||(e.data=w);return e}function pe(e,t,r,i){try{typeof e==`function`?t?t.__x=e(t)||1:(i&&=i.__c||i.__e)&&(t=i.__x)&&(i.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){n.__e(e,r)}}function me(e,t,r){var i,a,o,s;if(n.unmount&&n.unmount(e),!(i=e.ref)||i.current&&i.current!=e.__e||pe(i,null,t,e),i=e.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){n.__e(e,t)}i.__P=i.__n=null}if(i=e.__k)for(s=0;s<i.length;s++)i[s]&&me(i[s],t,typeof e.type!=`function`||r&&!e.props.__P);!r&&(i=e.__c)&&(i=i.__z)&&(a=ue(i,o=[]))&&(i==e.__e&&o.some(y),y(a),y(i)),r||y(e.__e),e.__e=e.__c=e.__=null}function he(e,t,n){return this.constructor(e,n)}function ge(e,t){var r,i,a,o;n.__&&n.__(e,t),t.nodeType==9&&(t=t.documentElement),i=(r=e&&32&e.__u)?null:t.__k,t.__k=x(S,{children:[e]}),a=[],o=[],D(t,t.__k,i||m,m,t.namespaceURI,i?null:t.firstChild?_.call(t.childNodes):null,a,i?i.__e:t.firstChild,r,o),O(a,t.__k,o),t.__k.props.children=null}n={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw s=0,e}},r=0,i=function(e){return e!=null&&e.constructor===p},C.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=v({},this.state)),typeof e==`function`&&(e=e(v({},n),this.props)),e&&(v(n,e),this.__v&&(t&&this.__k.push(t),ne(this)))},C.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ne(this))},C.prototype.render=S,a=[],s=0,c=function(e,t){return e.__v.__b-t.__v.__b},l=Symbol(),u=/(PointerCapture)$|Capture$/i,d=0,f={};var _e,k,ve,ye,be=Object.is,xe=0,Se=[],Ce=[],A=n,we=A.__b,Te=A.__r,Ee=A.diffed,De=A.__c,Oe=A.unmount,ke=A.__;function Ae(e,t){A.__h&&A.__h(k,e,xe||t),xe=0;var n=k.__H||(k.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function j(e){return xe=1,je(Ue,e)}function je(e,t,n){var r=Ae(_e++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Ue(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);be(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=k,!k.__f)){k.__f=!0;var i=k.shouldComponentUpdate;k.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,be(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Me(e,t){var n=Ae(_e++,3);!A.__s&&He(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,k.__H.__h.push(n))}function Ne(e){return xe=5,Pe(function(){return{current:e}},[])}function Pe(e,t){var n=Ae(_e++,7);return He(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Fe(){var e=Ae(_e++,11);if(!e.__){for(var t=k.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ie(){var e;do{for(;e=Ce.shift();)try{Be(e)}catch(t){A.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Se.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Be),t.__h.some(Ve),t.__h=[]}catch(n){t.__h=[],A.__e(n,e.__v)}}}while(Ce.length)}A.__b=function(e){k=null,we&&we(e)},A.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),ke&&ke(e,t)},A.__r=function(e){Te&&Te(e),_e=0;var t=(k=e.__c).__H;t&&(ve==k?k.__h=[]:(t.__h.some(Be),t.__h.some(Ve),_e=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),ve=k},A.diffed=function(e){Ee&&Ee(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&ze(Se.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),ve=k=null},A.__c=function(e,t){t.some(function(e){try{e.__h.some(Be),e.__h=e.__h.filter(function(e){return!e.__||Ve(e)})}catch(t){e.__h=[function(){throw t}]}}),De&&De(e,t)},A.unmount=function(e){Oe&&Oe(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,ze(Ce.push(r))}else Be(r)}catch(e){t=e}}),r.__H=void 0,t&&A.__e(t,r.__v))};var Le=typeof requestAnimationFrame==`function`;function Re(e){var t,n=function(){clearTimeout(r),Le&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Le&&(t=requestAnimationFrame(n))}function ze(e){e!=1&&ye==A.requestAnimationFrame||((ye=A.requestAnimationFrame)||Re)(Ie)}function Be(e){var t=k,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),k=t}function Ve(e){var t=k;e.__c=e.__(),k=t}function He(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!be(t,e[n])})}function Ue(e,t){return typeof t==`function`?t(e):t}var We=Symbol.for(`preact-signals`);function Ge(){if(N>1)N--;else{var e,t=!1;for((function(){var e=$e;for($e=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Ye!==void 0;){var n=Ye;for(Ye=void 0,Xe++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&nt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Xe=0,N--,t)throw e}}function Ke(e){if(N>0)return e();Qe=++Ze,N++;try{return e()}finally{Ge()}}var qe,M=void 0;function Je(e){var t=M,n=qe;M=void 0,qe=void 0;try{return e()}finally{M=t,qe=n}}var Ye=void 0,N=0,Xe=0,Ze=0,Qe=0,$e=void 0,et=0;function tt(e){if(M!==void 0){var t=e.n;if(t===void 0||t.t!==M)return t={i:0,S:e,p:M.s,n:void 0,t:M,e:void 0,x:void 0,r:t},M.s!==void 0&&(M.s.n=t),M.s=t,e.n=t,32&M.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=M.s,t.n=void 0,M.s.n=t,M.s=t),t}}function P(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}P.prototype.brand=We,P.prototype.h=function(){return!0},P.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?Je(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},P.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&Je(function(){var e;(e=t.Z)==null||e.call(t)}))}},P.prototype.subscribe=function(e){var t=this;return dt(function(){var n=t.value;Je(function(){return e(n)})},{name:`sub`})},P.prototype.valueOf=function(){return this.value},P.prototype.toString=function(){return this.value+``},P.prototype.toJSON=function(){return this.value},P.prototype.peek=function(){var e=this;return Je(function(){return e.value})},Object.defineProperty(P.prototype,"value",{get:function(){var e=tt(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Xe>100)throw Error(`Cycle detected`);(function(e){N!==0&&Xe===0&&e.l!==Qe&&(e.l=Qe,$e={S:e,v:e.v,i:e.i,o:$e})})(this),this.v=e,this.i++,et++,N++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ge()}}}});function F(e,t){return new P(e,t)}function nt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function rt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function it(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function at(e,t){P.call(this,void 0,t),this.x=e,this.s=void 0,this.g=et-1,this.f=4}at.prototype=new P,at.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===et))return!0;if(this.g=et,this.f|=1,this.i>0&&!nt(this))return this.f&=-2,!0;var e=M;try{rt(this),M=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return M=e,it(this),this.f&=-2,!0},at.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}P.prototype.S.call(this,e)},at.prototype.U=function(e){if(this.t!==void 0&&(P.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},at.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(at.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=tt(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function ot(e,t){return new at(e,t)}function st(e){var t=e.j;if(e.j=void 0,typeof t==`function`){N++;var n=M;M=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,ct(e),t}finally{M=n,Ge()}}}function ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,st(e)}function lt(e){if(M!==this)throw Error(`Out-of-order effect`);it(this),M=e,this.f&=-2;try{8&this.f&&ct(this)}finally{Ge()}}function ut(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,qe&&qe.push(this)}ut.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},ut.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,st(this),rt(this),N++;var e=M;return M=this,lt.bind(this,e)},ut.prototype.N=function(){2&this.f||(this.f|=2,this.u=Ye,Ye=this)},ut.prototype.d=function(){this.f|=8,1&this.f||ct(this)},ut.prototype.dispose=function(){this.d()};function dt(e,t){var n=new ut(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var ft,pt,mt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,ht=[];dt(function(){ft=this.N})();function gt(e,t){n[e]=t.bind(null,n[e]||function(){})}function _t(e){if(pt){var t=pt;pt=void 0,t()}pt=e&&e.S()}function vt(e){var t=this,n=e.data,r=bt(n);r.name=`ReactiveDom`,r.value=n;var a=Pe(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var a=ot(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),o=ot(function(){return!Array.isArray(a.value)&&!i(a.value)}),s=dt(function(){if(this.N=Ct,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}vt.displayName=`ReactiveTextNode`,Object.defineProperties(P.prototype,{constructor:{configurable:!0,value:b(S,null).constructor},type:{configurable:!0,value:vt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),gt(`__b`,function(e,t){if(_t(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof P&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),gt(`__r`,function(e,t){if(e(t),t.type!==S){_t();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return dt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;mt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),_t(n)}}),gt(`__e`,function(e,t,n,r){_t(),e(t,n,r)}),gt(`diffed`,function(e,t){_t();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=yt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function yt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=F(n);return{o:function(e,t){a.value=e,r=t},d:dt(function(){this.N=Ct;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}gt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),gt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),C.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function bt(e,t){return Pe(function(){return F(e,t)},[])}var xt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function St(){Ke(function(){for(var e;e=ht.shift();)ft.call(e)})}function Ct(){ht.push(this)===1&&(n.requestAnimationFrame||xt)(St)}var wt=`remit.return`,Tt=!1,Et=F(null),Dt=(...e)=>e.some(e=>Et.value?.rights.includes(e));async function Ot(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&At(),e.ok&&(Et.value=await e.json())}async function kt(){Tt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Tt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function At(){Tt||(Tt=!0,sessionStorage.setItem(wt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function jt(){let e=sessionStorage.getItem(wt)??``;return sessionStorage.removeItem(wt),e}var Mt=[`asOf`],Nt=/%(3A|2F|40|2C|3E|20)/g,Pt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Ft(e){return encodeURIComponent(e).replace(Nt,e=>Pt[e])}function It(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Lt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[It(t)]??=[]).push(It(n))}return{view:It(t)||`home`,params:{...r}}}function Rt({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Ft(e)}=${Ft(t)}`));return`#/${e===`home`?``:Ft(e)}${n.length?`?${n.join(`&`)}`:``}`}var I=F(Lt(globalThis.location?.hash??``)),L=ot(()=>I.value.params.asOf?.[0]);function zt(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function Bt(e,t={}){let n={};for(let e of Mt){let t=I.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...zt(t)}}}var R=(e,t={})=>Rt(Bt(e,t));function Vt(e,t={}){globalThis.location.hash=R(e,t)}function Ht(e,t=!1){let n={...I.value.params};for(let t of Object.keys(e))delete n[t];let r=Rt({view:I.value.view,params:{...n,...zt(e)}});r!==Rt(I.value)&&(t?(history.replaceState(null,``,r),I.value=Lt(r)):globalThis.location.hash=r)}var Ut=e=>I.value.params[e]?.[0],Wt=e=>I.value.params[e]??[];function Gt(){window.addEventListener(`hashchange`,()=>{I.value=Lt(globalThis.location.hash)})}var Kt=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},qt=`application/graphql-response+json, application/json`,Jt=60,z=new Map,Yt=6e4;function Xt(){z.clear()}var Zt=e=>e instanceof DOMException&&e.name===`AbortError`,Qt=(e,t)=>`${e}\n${JSON.stringify(t)}`;function $t(e,t,n){let r=e.toString().trim(),i=Qt(r,t),a=z.get(i);if(a&&Date.now()-a.at<Yt)return z.delete(i),z.set(i,a),a.answer.catch(r=>{if(!Zt(r)||n?.aborted)throw r;return $t(e,t,n)});let o=en(r,t,n);z.set(i,{at:Date.now(),answer:o}),o.catch(()=>{z.get(i)?.answer===o&&z.delete(i)});let s=z.keys().next();return z.size>Jt&&!s.done&&z.delete(s.value),o}async function en(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:qt,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw Zt(e)?e:new Kt({code:`OFFLINE`,message:``})}r.status===401&&At();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new Kt(tn(o?.[0],i,r.status,s));return a}function tn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function B(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new Kt({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function nn(e){return e instanceof Kt?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function V(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=j({state:t?`loading`:`idle`,question:r}),o=Ne(i);return o.current=i,Me(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),$t(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||Zt(e)||a({state:`failed`,question:r,problem:nn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function rn(e,t,n,r){let i=V(e,t,n),[a,o]=j(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),$t(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var an=t({ChangesDocument:()=>gn,CompletenessPartsFragmentDoc:()=>ln,EdgeChangePartsFragmentDoc:()=>on,EdgePartsFragmentDoc:()=>fn,FreshnessPartsFragmentDoc:()=>un,HomeAnomaliesDocument:()=>xn,HomeChangesDocument:()=>vn,HomeForecastDocument:()=>bn,HomeOrphanedDocument:()=>_n,HomeShadowDocument:()=>yn,HomeUnresolvedDocument:()=>Sn,InventoryPartsFragmentDoc:()=>pn,MoneyPartsFragmentDoc:()=>mn,MonthEndPartsFragmentDoc:()=>hn,NamesDocument:()=>Cn,OrphanedChangePartsFragmentDoc:()=>sn,ProblemPartsFragmentDoc:()=>dn,SearchDocument:()=>wn,SnapshotPartsFragmentDoc:()=>cn,SourcesDocument:()=>Tn,StatusDocument:()=>En,TypedDocumentString:()=>H,UnresolvedDocument:()=>Dn}),H=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},on=new H(`
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
    `,{fragmentName:`EdgeChangeParts`}),sn=new H(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),cn=new H(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),ln=new H(`
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
    `,{fragmentName:`CompletenessParts`}),un=new H(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),dn=new H(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),fn=new H(`
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
    `,{fragmentName:`EdgeParts`}),pn=new H(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),mn=new H(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),hn=new H(`
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
}`,{fragmentName:`MonthEndParts`}),gn=new H(`
    query Changes($input: ChangesInput!, $first: Int!) {
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
      edges {
        opened(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...EdgeChangeParts
          }
        }
      }
      permissions(first: $first) {
        totalCount
        nodes {
          source
          kind
          target
          before
          after
          claimedBy
          run
          at
        }
      }
      properties(first: $first) {
        totalCount
        nodes {
          id
          property
          before
          after
          claimedBy
          run
          at
        }
      }
      orphanedPaths {
        opened(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
        closed(first: $first) {
          totalCount
          nodes {
            ...OrphanedChangeParts
          }
        }
      }
      reach(first: $first) {
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
    fragment EdgeChangeParts on EdgeChange {
  source
  kind
  target
  permission
  claimedBy
  run
  at
  evidence
}
fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
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
}`),_n=new H(`
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
}`),vn=new H(`
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
}`),yn=new H(`
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
}`),bn=new H(`
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
}`),xn=new H(`
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
}`),Sn=new H(`
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
}`),Cn=new H(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),wn=new H(`
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
}`),Tn=new H(`
    query Sources {
  status {
    generation
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
      scopes {
        scope
        firstComplete
        lastComplete
        from
        to
      }
    }
    runs {
      run
      source
      observedAt
      state
      reasons {
        code
        detail
      }
      counts {
        added {
          key
          value
        }
        retired {
          key
          value
        }
        held {
          key
          value
        }
      }
    }
  }
}
    `),En=new H(`
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
    `),Dn=new H(`
    query Unresolved($input: UnresolvedInput, $first: Int!, $after: String) {
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
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          kind
          id
          name
          why
          candidates
          command
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
}`),U={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,earlier:`A day earlier`,later:`A day later`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},On=e=>U.views[e]??e;function W(e){return e?`${e.currency} ${An(kn(e.amount,2))}`:U.unknown}function kn(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function An(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function jn(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var G=e=>An(String(e)),Mn=e=>An(String(Math.round(e*10)/10)),Nn=864e5;function Pn(e){if(!e)return U.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var Fn=e=>e?e.slice(0,10):U.unknown;function In(e){let t=[[86400,U.units.day],[3600,U.units.hour],[60,U.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return U.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function Ln(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var Rn=(e,t)=>new Date(e.getTime()-t*Nn),zn=e=>e.toISOString().slice(0,10),Bn=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),Vn=Symbol.for(`pv`),Hn=0;Array.isArray;function K(e,t,r,i,a,o){t||={};var s,c,l=t;if(`ref`in l&&typeof e!=`function`)for(c in l={},t)c==`ref`?s=t[c]:l[c]=t[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Vn,__v:--Hn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),n.vnode&&n.vnode(u),u}function Un(e,t){return e===t?0:e<t?-1:1}function Wn(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Un(r(e),r(t))),...e.filter(e=>!a(e))]}function q(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=j(null),[o,s]=j(0),c=Ne(null),l=t.find(({key:e})=>e===i?.key),u=Pe(()=>Wn(e.rows,l,i?.descending??!1),[e.rows,i?.key,i?.descending]),d=e=>{let t=Math.max(0,Math.min(u.length-1,e));s(t),(c.current?.rows[t])?.focus()},f=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:u.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),d(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(u[n]):i?.click()}},p=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return K(`p`,{class:`empty`,children:e.empty??U.parts.empty});let m=e.total??u.length;return K(`div`,{class:`table-box`,children:[K(`table`,{class:`data-table`,children:[K(`caption`,{class:`visually-hidden`,children:e.caption}),K(`thead`,{children:K(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>K(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?K(`button`,{type:`button`,class:`sort`,onClick:()=>p(e),title:U.parts.sortBy(t),children:[t,K(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),K(`tbody`,{ref:c,onKeyDown:f,children:u.map((i,a)=>K(`tr`,{tabIndex:a===Math.min(o,u.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>K(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))})]}),m>u.length&&K(`p`,{class:`table-foot`,children:[i?U.parts.sortedAmong(G(u.length),G(m)):U.parts.rowsOf(G(u.length),G(m)),e.hasMore&&e.onMore&&K(`button`,{type:`button`,onClick:e.onMore,disabled:e.isLoading,children:U.more})]})]})}var Gn=200,Kn=F(new Map),qn=new Set,Jn=0;function Yn(e,t){let n=t??Kn.value.get(e);return Me(()=>{n===void 0&&e.includes(`:`)&&(qn.add(e),Jn||=window.setTimeout(Xn))},[e,n]),n||Zn(e)}async function Xn(){Jn=0;let e=[...qn].slice(0,Gn);qn.clear();try{let{nodes:t}=await $t(Cn,{ids:e,asOf:L.value??null}),n=new Map(Kn.value);t.forEach((t,r)=>n.set(e[r],t?.name||Zn(e[r]))),Kn.value=n}catch{}}function Zn(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var Qn=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function $n(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var er={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},tr=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,nr=e=>er[e]??tr,rr=e=>U.kinds[e]??e;function ir({kind:e}){return K(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":rr(e),children:K(`path`,{d:nr(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var ar={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function or({permission:e}){if(!e)return K(`span`,{class:`muted`,children:U.noPermission});let t=ar[e]??0;return K(`span`,{class:`permission permission-${e}`,children:[K(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>K(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),U.permissions[e]??e]})}var sr=e=>Qn(e)===`DataSource`||Qn(e)===`McpTool`||Qn(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function J({id:e,name:t,plain:n=!1,href:r}){let i=Yn(e,t),{view:a,param:o}=sr(e),s=K(S,{children:[K(ir,{kind:Qn(e)}),K(`span`,{class:`chip-name`,children:i||Zn(e)}),K(`span`,{class:`chip-system`,children:$n(e)})]});return n?K(`span`,{class:`chip`,title:e,children:s}):K(`a`,{class:`chip`,title:e,href:r??R(a,{[o]:e}),children:s})}function cr({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=K(S,{children:[K(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?U.shell.complete:U.shell.partial]});return!n.length&&!r.length?K(`span`,{class:`completeness is-complete`,children:a}):K(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[K(`summary`,{children:[a,i?` · ${U.shell.notes}`:``]}),K(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>K(`p`,{children:[K(`code`,{children:e}),` `,t]},e+t))})]})}function lr(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function ur(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function dr(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(lr).join(`,`),...e.rows.map(e=>[...e,...n].map(lr).join(`,`))].join(`\r
`)}\r\n`}function fr(e,t,n,r){return`${JSON.stringify({...ur(t,n,r),answer:e},null,2)}\n`}function pr(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var mr=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function hr({problem:e,onRetry:t,candidateHref:n}){let r=U.remedies[e.code];return K(`div`,{class:`problem`,role:`alert`,children:[K(`p`,{class:`problem-message`,children:e.message||U.problems[e.code]||U.problems.fallback}),r&&K(`p`,{children:r}),e.candidates&&K(S,{children:[K(`p`,{children:U.parts.candidates}),K(`ul`,{class:`plain-list`,children:e.candidates.map(e=>K(`li`,{children:K(J,{id:e,href:n?.(e)})},e))})]}),K(`p`,{class:`muted small`,children:[U.parts.code,` `,e.code,e.requestId&&` · ${U.parts.request} ${e.requestId}`]}),t&&K(`button`,{type:`button`,onClick:t,children:U.tryAgain})]})}function gr({question:e}){let[t,n]=j(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${U.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return K(`details`,{class:`query-behind`,children:[K(`summary`,{title:U.parts.questionTitle,children:U.parts.question}),K(`div`,{class:`query-box`,children:[K(`div`,{class:`query-tools`,children:[K(`button`,{type:`button`,onClick:()=>void i(),children:t?U.parts.copied:U.parts.copy}),K(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:U.parts.graphiql})]}),K(`pre`,{tabIndex:0,"aria-label":U.parts.questionTitle,children:e.text}),K(`pre`,{tabIndex:0,"aria-label":U.parts.variables,children:r})]})]})}var _r=F(``),vr=e=>{_r.value=e};function yr(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function Y(e){let{answer:t,title:n}=e,r=Fe(),i=yr(t.data),a=e.level===3?`h3`:`h2`;return Me(()=>{t.state===`answered`&&e.summary&&vr(`${n}: ${e.summary(t.data)}`)},[t]),K(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[K(`header`,{class:`panel-head`,children:[K(a,{id:r,children:n}),i&&K(cr,{provenance:i}),K(`div`,{class:`panel-tools`,children:[t.data!==void 0&&e.exportName&&K(br,{...e,provenance:i}),t.question.variables!==null&&K(gr,{question:t.question})]})]}),e.lead&&K(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&K(hr,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&K(`p`,{class:`asking`,children:U.loading}),t.data!==void 0&&e.children(t.data)]})}function br({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return K(`span`,{class:`export`,role:`group`,"aria-label":U.parts.export,children:[n&&K(`button`,{type:`button`,class:`quiet`,onClick:()=>pr(mr(t,r,`csv`),`text/csv`,dr(n(i),r)),children:U.parts.exportCsv}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>pr(mr(t,r,`json`),`application/json`,fr(i,e.question,r,new Date)),children:U.parts.exportJson})]})}var xr=6e4,Sr=F(null),Cr=F(null),wr=F(0),Tr=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,Er=ot(()=>(Sr.value?.sources??[]).filter(Tr));async function Dr(){try{let e=(await $t(En,{})).status,t=Sr.value;t&&e.generation!==t.generation&&(Xt(),wr.value+=1,vr(U.shell.newGeneration(e.generation))),Sr.value=e,Cr.value=null}catch(e){Cr.value=nn(e)}}function Or(){Dr(),setInterval(()=>{document.visibilityState===`visible`&&Dr()},xr),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&Dr()})}var kr=7,Ar=30;function jr(){let e=U.home;return K(S,{children:[K(`h1`,{children:e.title}),K(`p`,{class:`lead`,children:e.lead(L.value?Pn(L.value):e.now)}),K(`div`,{class:`home`,children:[K(Mr,{}),K(Nr,{}),K(Rr,{}),K(zr,{}),K(Br,{}),K(Hr,{}),K(Ur,{})]})]})}function X({count:e,words:t,address:n,strong:r}){return K(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[K(`span`,{class:`figure-count`,children:e}),` `,K(`span`,{class:`figure-words`,children:t})]})}function Mr(){let e=U.home,t=V(_n,{input:{asOf:L.value??null}},e=>B(e.orphanedPaths));return K(Y,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>G(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>K(S,{children:[K(`div`,{class:`figures`,children:[K(X,{count:G(t),words:e.orphanedOf(G(n)),address:R(`orphaned`),strong:!0}),r>0&&K(X,{count:G(r),words:e.unknownOwners,address:R(`orphaned`,{list:`unknown`})})]}),K(q,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>K(S,{children:[K(J,{id:t,name:n,href:R(`orphaned`,{root:t})}),r&&K(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>G(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>K(`span`,{class:`nowrap`,children:Fn(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>W(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?K(J,{id:t.id,name:t.name}):K(`span`,{class:`muted`,children:e.nobody})}]})]})})}function Nr(){let e=U.home,t=Bn(Rn(Ln(L.value),kr)),n=V(vn,{input:{from:t,asOf:L.value??null}},e=>B(e.changes)),r=R(`changes`,{from:t});return K(Y,{title:e.changes,lead:e.changesLead(Pn(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>K(S,{children:[K(`div`,{class:`figures`,children:[K(X,{count:`+${G(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),K(X,{count:`−${G(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),K(X,{count:`+${G(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),K(X,{count:`−${G(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),K(X,{count:`+${G(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),K(X,{count:`−${G(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),K(X,{count:G(a.totalCount),words:e.permissionsChanged,address:r}),K(X,{count:G(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&K(q,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>K(J,{id:e,name:n,href:R(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${G(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${G(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${Mn(e)} → ${Mn(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Pr=e=>e.map(({value:e})=>e).join(` · `);function Fr({value:e,address:t}){return e.includes(`:`)?K(J,{id:e,href:t}):K(`a`,{href:t,children:e.replace(/^~/,``)})}function Ir({row:e}){let t=jn(e.spent,e.budget),n=jn(e.expected,e.budget);if(t===null)return K(`span`,{class:`muted`,children:U.home.noBudget});let r=Math.max(1,t,n??0);return K(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${W(e.spent)} / ${W(e.budget)}`,children:[K(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&K(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),K(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),K(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var Lr=e=>e==null?U.home.cannotSay:e?U.home.over:U.home.within;function Rr(){let e=U.home,t=V(bn,{input:{by:[`team`],asOf:L.value??null}},e=>B(e.forecast)),n=R(`cost`,{by:`team`});return K(Y,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:r})=>K(S,{children:[K(`div`,{class:`figures`,children:[K(X,{count:W(t.spent),words:e.spent,address:n,strong:!0}),K(X,{count:W(t.expected),words:e.expected,address:R(`cost`,{by:`team`,forecast:!0})})]}),K(q,{caption:e.spend,rows:r.nodes,total:r.totalCount,rowKey:({key:e})=>Pr(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>K(Fr,{value:e[0].value,address:R(`cost`,{by:`team`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>W(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>W(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>K(Ir,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?K(`span`,{class:e?`tag tag-bad`:`muted`,children:Lr(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function zr(){let e=U.home,t=V(yn,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:L.value??null}},e=>B(e.inventory));return K(Y,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>K(S,{children:[K(`div`,{class:`figures`,children:K(X,{count:G(t),words:e.shadow,address:R(`orphaned`,{list:`shadow`}),strong:t>0})}),K(q,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>K(J,{id:e,name:t})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>G(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>K(`span`,{class:`nowrap`,children:Fn(e)}),sort:({lastUsed:e})=>e}]})]})})}function Br(){let e=U.home,t=Ln(L.value),n=V(xn,{input:{by:[`team`],from:zn(Rn(t,Ar)),to:zn(Rn(t,1)),asOf:L.value??null}},e=>B(e.anomalies));return K(Y,{title:e.anomalies,lead:e.anomaliesLead,answer:n,exportName:`anomalies`,children:({judged:t,rows:n})=>K(S,{children:[K(`div`,{class:`figures`,children:K(X,{count:G(n.totalCount),words:e.judged(G(t)),address:R(`cost`,{by:`team`,anomalies:!0}),strong:n.totalCount>0})}),n.nodes.length>0&&K(q,{caption:e.anomalies,rows:n.nodes,total:n.totalCount,rowKey:({day:e,key:t})=>`${e} ${Pr(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>Fn(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>K(Fr,{value:e[0].value,address:R(`cost`,{by:`team`,from:t,to:t})})},{key:`cost`,title:e.cost,cell:({cost:e})=>W(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>W(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var Vr={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Hr(){let e=U.home,{value:t}=Sr,n=t?{state:`answered`,question:Vr,data:Er.value}:{state:`loading`,question:Vr};return K(Y,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>K(S,{children:[K(`div`,{class:`figures`,children:K(X,{count:G(t.length),words:e.late,address:R(`sources`),strong:t.length>0})}),K(q,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>K(`a`,{href:R(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>In(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?U.unknown:In(e),sort:({promisedAgeS:e})=>e}]})]})})}function Ur(){let e=U.home,t=V(Sn,{input:{asOf:L.value??null}},e=>B(e.unresolved));return K(Y,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>K(S,{children:[K(`div`,{class:`figures`,children:K(X,{count:G(t),words:e.looseEnds,address:R(`unresolved`)})}),K(q,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?K(J,{id:e,name:t,href:R(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>K(`span`,{class:`small`,children:e})}]})]})})}var Wr=100,Gr=7,Kr=[1,7,30,90],Z=U.changes;function qr(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var Jr=({isOpened:e})=>K(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[K(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?Z.opened:Z.closed]}),Yr={key:`change`,title:Z.change,cell:({isOpened:e})=>K(Jr,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},Xr=[{key:`claimedBy`,title:Z.claimedBy,cell:({claimedBy:e})=>e??U.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:Z.run,cell:({run:e})=>e??U.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:Z.at,cell:({at:e})=>Pn(e),sort:({at:e})=>e,wide:!0}],Zr=[Yr,{key:`source`,title:Z.source,cell:({source:e})=>K(J,{id:e}),sort:({source:e})=>e},{key:`kind`,title:Z.kind,cell:({kind:e})=>K(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:Z.target,cell:({target:e})=>K(J,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Z.permission,cell:({permission:e})=>e&&K(or,{permission:e}),wide:!0},...Xr],Qr=[Yr,{key:`root`,title:Z.root,cell:({root:e})=>K(J,{id:e,href:R(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:Z.target,cell:({target:e})=>K(J,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Z.permission,cell:({permission:e})=>K(or,{permission:e}),wide:!0},{key:`hops`,title:Z.hops,cell:({hops:e})=>G(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:Z.reasons,cell:({reasons:e})=>K(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function $r({title:e,total:t,children:n}){return K(`section`,{class:`part`,children:[K(`h3`,{children:[e,` `,K(`span`,{class:`muted`,children:G(t)})]}),n]})}function ei(){let e=Ln(L.value),t=Ut(`from`)??Bn(Rn(e,Gr)),n=Ut(`of`),r=V(gn,{input:{from:t,asOf:L.value??null,of:n??null},first:Wr},e=>B(e.changes));return K(S,{children:[K(`h1`,{children:Z.title}),K(`p`,{class:`lead`,children:Z.lead}),K(`div`,{class:`search-form`,role:`group`,"aria-label":Z.from,children:[Kr.map(n=>{let r=Bn(Rn(e,n));return K(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>Ht({from:r}),children:Z.days(n)},n)}),n&&K(S,{children:[K(J,{id:n}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>Ht({of:void 0}),children:Z.clearOf})]})]}),K(Y,{title:r.data?`${Pn(r.data.from)} → ${Pn(r.data.to)}`:Z.title,answer:r,exportName:`changes`,candidateHref:e=>R(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:qr(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>Z.summary(G(e.opened.totalCount),G(e.closed.totalCount)),children:e=>K(ti,{data:e,from:t})})]})}function ti({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return K(S,{children:[K($r,{title:Z.orphaned,total:s,children:K(q,{caption:Z.orphaned,columns:Qr,rows:qr(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:Z.nothing})}),K($r,{title:Z.reach,total:o.totalCount,children:K(q,{caption:Z.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:Z.nothing,columns:[{key:`who`,title:Z.root,cell:({id:e,name:n})=>K(J,{id:e,name:n,href:R(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:U.home.gained,cell:({gained:e})=>`+${G(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:U.home.lost,cell:({lost:e})=>`−${G(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:U.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${Mn(e)} → ${Mn(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),K($r,{title:Z.edges,total:c,children:K(q,{caption:Z.edges,columns:Zr,rows:qr(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:Z.nothing})}),K($r,{title:Z.permissions,total:r.totalCount,children:K(q,{caption:Z.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:Z.nothing,columns:[{key:`source`,title:Z.source,cell:({source:e})=>K(J,{id:e}),sort:({source:e})=>e},{key:`target`,title:Z.target,cell:({target:e})=>K(J,{id:e}),sort:({target:e})=>e},{key:`before`,title:Z.before,cell:({before:e})=>K(or,{permission:e})},{key:`after`,title:Z.after,cell:({after:e})=>K(or,{permission:e})},...Xr]})}),K($r,{title:Z.properties,total:i.totalCount,children:K(q,{caption:Z.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:Z.nothing,columns:[{key:`id`,title:Z.of,cell:({id:e})=>K(J,{id:e}),sort:({id:e})=>e},{key:`property`,title:Z.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:Z.before,cell:({before:e})=>e??U.unknown},{key:`after`,title:Z.after,cell:({after:e})=>e??U.unknown},...Xr]})})]})}var ni=U.query,ri=/^query (\w+)/,ii=Object.values(an).filter(e=>e instanceof H).map(e=>e.toString().trim()).filter(e=>ri.test(e)).map(e=>({name:ri.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function ai(){return K(S,{children:[K(`h1`,{children:ni.title}),K(`p`,{class:`lead`,children:ni.lead}),K(`p`,{class:`search-form`,children:[K(`a`,{href:`graphiql`,children:ni.graphiql}),K(`a`,{href:`schema.graphql`,children:ni.schema})]}),K(`section`,{class:`panel`,"aria-label":ni.documents,children:[K(`header`,{class:`panel-head`,children:K(`h2`,{children:ni.documents})}),ii.map(({name:e,document:t})=>K(`details`,{class:`document`,children:[K(`summary`,{children:e}),K(`div`,{class:`query-box`,children:K(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var oi={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function si(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&oi[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var ci=`remit.recent`,li=20,ui=[`start`,`target`,`from`,`node`,`of`];function di(){try{let e=JSON.parse(localStorage.getItem(ci)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,li):[]}catch{return[]}}var fi=F(di()),pi=({params:e})=>ui.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function mi(e){if(!pi(e))return;let t=Rt(e);fi.value=[t,...fi.value.filter(e=>e!==t)].slice(0,li),localStorage.setItem(ci,JSON.stringify(fi.value))}function hi(){fi.value=[],localStorage.removeItem(ci)}var gi=()=>fi.value.map(Lt),_i=[{key:`name`,title:U.search.name,cell:({id:e,name:t})=>K(J,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:U.search.kind,cell:({kind:e})=>rr(e),sort:({kind:e})=>rr(e)},{key:`source`,title:U.search.source,cell:({id:e})=>$n(e),sort:({id:e})=>$n(e),wide:!0},{key:`id`,title:U.search.id,cell:({id:e})=>K(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:U.search.actions,cell:({id:e})=>K(`span`,{class:`actions`,children:[K(`a`,{href:R(`blast-radius`,{start:e}),children:U.search.blastRadius}),K(`a`,{href:R(`exposure`,{target:e}),children:U.search.exposure})]})}];function vi(){let e=Ut(`text`)??``,t=Wt(`kind`),n=e?{input:si(e,L.value,t),first:100}:null,[r,i]=rn(wn,n,e=>B(e.search),({nodes:e})=>e);return K(S,{children:[K(`h1`,{children:U.search.title}),K(`p`,{class:`lead`,children:U.search.lead}),K(`div`,{class:`search-form`,children:[K(`input`,{type:`text`,"aria-label":U.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>Ht({text:e.currentTarget.value},!0)}),K(`select`,{"aria-label":U.search.kind,value:t[0]??``,onChange:e=>Ht({kind:e.currentTarget.value}),children:[K(`option`,{value:``,children:U.search.allKinds}),Object.entries(U.kinds).map(([e,t])=>K(`option`,{value:e,children:t},e))]})]}),n?K(Y,{title:U.search.matches(r.data?G(r.data.total):U.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>U.search.matches(G(e)),children:({total:e})=>K(q,{caption:U.search.title,columns:_i,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=sr(e);Vt(t,{[n]:e})}})}):K(yi,{})]})}function yi(){let e=gi();return K(`section`,{class:`panel`,"aria-label":U.search.recent,children:[K(`header`,{class:`panel-head`,children:[K(`h2`,{children:U.search.recent}),e.length>0&&K(`button`,{type:`button`,class:`quiet`,onClick:hi,children:U.search.forget})]}),e.length===0&&K(`p`,{class:`empty`,children:U.search.noRecent}),K(`ul`,{class:`plain-list recent`,children:e.map(e=>K(`li`,{children:[K(`span`,{children:On(e.view)}),K(J,{id:pi(e),href:Rt(e)})]},Rt(e)))})]})}var Q=U.sources;function bi({reasons:e}){return K(S,{children:e.map(({code:e,detail:t})=>K(`p`,{class:`small`,children:[K(`code`,{children:e}),` `,t]},e+t))})}var xi=({state:e})=>K(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function Si({scopes:e}){return K(`details`,{children:[K(`summary`,{children:Q.scopes(G(e.length))}),K(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>K(`li`,{children:[K(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var Ci=[{key:`source`,title:Q.source,cell:({source:e})=>K(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>K(xi,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>Pn(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>K(S,{children:[In(e.ageS),` `,Tr(e)&&K(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?K(`span`,{class:`muted`,children:Q.notPromised}):In(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>K(Si,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>K(bi,{reasons:e}),wide:!0}],wi=e=>e.map(({key:e,value:t})=>`${e} ${G(t)}`).join(`, `)||U.unknown,Ti=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>Pn(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>K(xi,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>K(`span`,{class:`small`,children:wi(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>K(`span`,{class:`small`,children:wi(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>K(`span`,{class:`small`,children:wi(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>K(bi,{reasons:e}),wide:!0}];function Ei(){let e=V(Tn,{},({status:e})=>e),t=Ut(`source`);return K(S,{children:[K(`h1`,{children:Q.title}),K(`p`,{class:`lead`,children:Q.lead}),K(Y,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>K(q,{caption:Q.title,columns:Ci,rows:e,rowKey:({source:e})=>e,selected:t})}),K(Y,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>K(q,{caption:Q.runs,columns:Ti,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var $=U.unresolved;function Di({command:e}){let[t,n]=j(!1);if(!e)return K(`span`,{class:`muted`,children:U.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return K(`span`,{class:`command`,children:[K(`code`,{children:e}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?$.copied:$.copy})]})}var Oi=[{key:`kind`,title:$.kind,cell:({kind:e})=>$.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:$.subject,cell:({id:e,name:t})=>e.includes(`/`)?K(J,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:$.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:$.candidates,wide:!0,cell:({candidates:e})=>K(S,{children:e.map(e=>K(`p`,{children:K(J,{id:e})},e))})},{key:`command`,title:$.command,cell:({command:e})=>K(Di,{command:e})}];function ki(){let[e,t]=rn(Dn,{input:{asOf:L.value??null},first:100},e=>B(e.unresolved),({rows:e})=>e);return K(S,{children:[K(`h1`,{children:$.title}),K(`p`,{class:`lead`,children:$.lead}),K(Y,{title:e.data?`${$.title}: ${G(e.data.total)}`:$.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>G(e),children:({total:e})=>K(q,{caption:$.title,columns:Oi,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:$.none})})]})}var Ai=[`ask`],ji=[{name:`home`,component:jr,key:`h`,rights:Ai,isListed:!0},{name:`search`,component:vi,key:`/`,rights:Ai,isListed:!1},{name:`changes`,component:ei,key:`d`,rights:Ai,isListed:!0},{name:`unresolved`,component:ki,key:`l`,rights:Ai,isListed:!0},{name:`sources`,component:Ei,key:`s`,rights:Ai,isListed:!0},{name:`query`,component:ai,key:`q`,rights:Ai,isListed:!0}],Mi=`remit.theme`,Ni=[`auto`,`light`,`dark`],Pi=localStorage.getItem(Mi),Fi=F(Ni.find(e=>e===Pi)??`auto`);function Ii(){document.documentElement.dataset.theme=Fi.value}function Li(){Fi.value=Ni[(Ni.indexOf(Fi.value)+1)%Ni.length],localStorage.setItem(Mi,Fi.value),Ii()}var Ri=1500,zi=`search-box`,Bi=F(!1),Vi=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Hi(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}var Ui=-1/0;function Wi(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){Bi.value=!1,Vi(e.target)&&e.target.blur();return}if(Vi(e.target))return;let t=performance.now()-Ui<Ri;if(Ui=-1/0,t){let t=ji.find(({key:t,rights:n})=>t===e.key&&Dt(...n));t&&(e.preventDefault(),Vt(t.name));return}let n={"/":()=>document.getElementById(zi)?.focus(),g:()=>{Ui=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:Li,"?":()=>{Bi.value=!Bi.value},j:Hi,k:Hi}[e.key];n&&(e.preventDefault(),n())}var Gi=()=>document.addEventListener(`keydown`,Wi),Ki=8,qi=120;function Ji(){let[e,t]=j(``),[n,r]=j(``),[i,a]=j(!1),[o,s]=j(-1),c=Ne(null);Me(()=>{let t=setTimeout(()=>r(e.trim()),qi);return()=>clearTimeout(t)},[e]);let l=V(wn,n?{input:si(n,L.value),first:Ki}:null,e=>B(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;Me(()=>{s(-1),l.state===`answered`&&vr(U.search.matches(G(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=sr(n.id);Vt(e,{[t]:n.id})}else Vt(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${zi}-list`;return K(`search`,{class:`search`,children:[K(`input`,{ref:c,id:zi,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":U.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:U.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),K(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),K(`div`,{class:`suggestions`,hidden:!f,children:[K(`ul`,{role:`listbox`,id:g,"aria-label":U.shell.suggestions,children:u.map((e,t)=>K(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:K(J,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&K(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&K(`p`,{class:`suggestions-foot`,children:U.shell.noMatch}),d>u.length&&u.length>0&&K(`p`,{class:`suggestions-foot`,children:K(`a`,{href:R(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:U.shell.allMatches(G(d))})})]})]})}var Yi={auto:`◐`,light:`○`,dark:`●`};function Xi(){return K(`header`,{class:`top`,children:[K(`a`,{class:`product`,href:R(`home`),children:[K(Zi,{}),U.product]}),K(Ji,{}),K(`div`,{class:`top-tools`,children:[K(`button`,{type:`button`,class:`quiet icon`,onClick:Li,title:U.shell.theme[Fi.value],"aria-label":U.shell.theme[Fi.value],children:K(`span`,{"aria-hidden":`true`,children:Yi[Fi.value]})}),K(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":Bi.value,title:U.shell.help,"aria-label":U.shell.help,onClick:()=>Bi.value=!Bi.value,children:K(`span`,{"aria-hidden":`true`,children:`?`})}),Et.value?.session&&K(`span`,{class:`session`,id:`session`,children:[K(`span`,{id:`who`,children:U.shell.signedInAs(Et.value.name)}),K(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void kt(),children:U.shell.signOut})]})]})]})}function Zi(){return K(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[K(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),K(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),K(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),K(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),K(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Qi(){return K(`nav`,{class:`views`,"aria-label":U.shell.navigation,children:K(`ul`,{children:ji.filter(({isListed:e,rights:t})=>e&&Dt(...t)).map(({name:e,key:t})=>K(`li`,{children:K(`a`,{href:R(e),"aria-current":I.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:On(e)})},e))})})}var $i=[[`/`,U.keys.search],[`j`,U.keys.next],[`k`,U.keys.previous],[`Enter`,U.keys.open],[`u`,U.keys.undo],[`U`,U.keys.redo],[`t`,U.keys.theme],[`Esc`,U.keys.leave],[`?`,U.keys.help]];function ea(){let e=Ne(null),t=Bi.value;return Me(()=>{t?e.current?.showModal():e.current?.close()},[t]),K(`dialog`,{ref:e,class:`help`,"aria-label":U.keys.title,onClose:()=>Bi.value=!1,children:[K(`header`,{class:`panel-head`,children:[K(`h2`,{children:U.keys.title}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>Bi.value=!1,children:U.shell.closeHelp})]}),K(`dl`,{class:`keys`,children:[$i.map(([e,t])=>K(`div`,{children:[K(`dt`,{children:K(`kbd`,{children:e})}),K(`dd`,{children:t})]},e)),ji.filter(({key:e,isListed:t,rights:n})=>e&&t&&Dt(...n)).map(({name:e,key:t})=>K(`div`,{children:[K(`dt`,{children:[K(`kbd`,{children:`g`}),` `,K(`span`,{class:`visually-hidden`,children:U.keys.then}),` `,K(`kbd`,{children:t})]}),K(`dd`,{children:On(e)})]},e))]})]})}function ta(){let{value:e}=L,t=t=>Ht({asOf:Bn(Rn(Ln(e),-t))});return K(`span`,{class:`as-of ${e?`is-set`:``}`,children:[K(`label`,{for:`as-of`,children:U.asOfControl.label}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>t(-1),"aria-label":U.asOfControl.earlier,title:U.asOfControl.earlier,children:K(`span`,{"aria-hidden":`true`,children:`◂`})}),K(`input`,{id:`as-of`,type:`datetime-local`,value:e?Bn(Ln(e)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);Ht({asOf:Number.isNaN(t.getTime())?void 0:Bn(t)})}}),K(`button`,{type:`button`,class:`quiet`,onClick:()=>t(1),disabled:!e,"aria-label":U.asOfControl.later,title:U.asOfControl.later,children:K(`span`,{"aria-hidden":`true`,children:`▸`})}),e&&K(`button`,{type:`button`,class:`quiet`,onClick:()=>Ht({asOf:void 0}),children:U.shell.asOfClear})]})}var na=12;function ra(){let{value:e}=Sr;return K(`div`,{class:`strip`,id:`state`,children:[K(ia,{}),e?.builtAt&&K(`a`,{class:Er.value.length?`strip-late`:``,href:R(`sources`),children:Er.value.length?K(S,{children:[K(`span`,{"aria-hidden":`true`,children:`▲ `}),U.shell.lateSources(Er.value.length)]}):U.shell.sourcesOnTime(e.sources.length)}),K(ta,{})]})}function ia(){let{value:e}=Sr;if(Cr.value)return K(`span`,{class:`strip-late`,children:Cr.value.code===`OFFLINE`?U.shell.offline:Cr.value.message||U.shell.statusFailed});if(!e)return K(`span`,{children:U.loading});if(!e.builtAt)return K(`span`,{class:`strip-late`,children:U.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return K(S,{children:[K(`span`,{children:U.shell.generation(e.generation)}),K(`span`,{title:Pn(e.builtAt),children:U.shell.built(In(t))}),e.digest&&K(`span`,{title:e.digest,children:[U.shell.digest(``),K(`code`,{children:e.digest.slice(0,na)})]})]})}function aa(){let{view:e}=I.value,t=Ne(null),n=Ne(!0);return Me(()=>{document.title=`${On(e)} · ${U.product}`,n.current||t.current?.focus(),n.current=!1},[e]),Me(()=>mi(I.value),[I.value]),K(S,{children:[K(`a`,{class:`skip`,href:Rt(I.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:U.shell.skip}),K(Xi,{}),K(Qi,{}),K(ra,{}),K(`main`,{ref:t,tabIndex:-1,children:Et.value&&K(oa,{name:e},`${e} ${wr.value}`)}),K(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:_r.value}),K(ea,{})]})}function oa({name:e}){let t=ji.find(t=>t.name===e);if(!t)return K(`section`,{class:`panel`,children:[K(`h1`,{children:U.notThere.title}),K(`p`,{children:U.notThere.lead}),K(`p`,{children:K(`a`,{href:R(`home`),children:U.notThere.home})})]});if(!Dt(...t.rights))return K(`p`,{class:`panel`,children:U.notAllowed});let n=t.component;return K(n,{})}Ii(),Gt();var sa=jt();sa&&!location.hash&&(location.hash=sa),Gi(),Ot(),Or(),ge(K(aa,{}),document.getElementById(`explorer`));