<<<<<<< HEAD
var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&_t(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Et(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function gt(e,t){return new A(e,t)}function _t(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function vt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function yt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function bt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}bt.prototype=new A,bt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!_t(this))return this.f&=-2,!0;var e=k;try{vt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,yt(this),this.f&=-2,!0},bt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},bt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},bt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(bt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function xt(e,t){return new bt(e,t)}function St(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Ct(e),t}finally{k=n,it()}}}function Ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,St(e)}function wt(e){if(k!==this)throw Error(`Out-of-order effect`);yt(this),k=e,this.f&=-2;try{8&this.f&&Ct(this)}finally{it()}}function Tt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Tt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Tt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,St(this),vt(this),lt++;var e=k;return k=this,wt.bind(this,e)},Tt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Tt.prototype.d=function(){this.f|=8,1&this.f||Ct(this)},Tt.prototype.dispose=function(){this.d()};function Et(e,t){var n=new Tt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Dt,Ot,kt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,At=[];Et(function(){Dt=this.N})();function jt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Mt(e){if(Ot){var t=Ot;Ot=void 0,t()}Ot=e&&e.S()}function Nt(e){var t=this,n=e.data,r=Ft(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=xt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=xt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Et(function(){if(this.N=Rt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Nt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Nt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),jt(`__b`,function(e,t){if(Mt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),jt(`__r`,function(e,t){if(e(t),t.type!==S){Mt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Et(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;kt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Mt(n)}}),jt(`__e`,function(e,t,n,r){Mt(),e(t,n,r)}),jt(`diffed`,function(e,t){Mt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Pt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Pt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=gt(n);return{o:function(e,t){a.value=e,r=t},d:Et(function(){this.N=Rt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}jt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),jt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Ft(e,t){return O(function(){return gt(e,t)},[])}var It=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Lt(){at(function(){for(var e;e=At.shift();)Dt.call(e)})}function Rt(){At.push(this)===1&&(u.requestAnimationFrame||It)(Lt)}var zt=`remit.return`,Bt=!1,Vt=gt(null),Ht=(...e)=>e.some(e=>Vt.value?.rights.includes(e));async function Ut(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Gt(),e.ok&&(Vt.value=await e.json())}async function Wt(){Bt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Bt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Gt(){Bt||(Bt=!0,sessionStorage.setItem(zt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Kt(){let e=sessionStorage.getItem(zt)??``;return sessionStorage.removeItem(zt),e}var qt=[`asOf`],Jt=/%(3A|2F|40|2C|3E|20)/g,Yt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Xt(e){return encodeURIComponent(e).replace(Jt,e=>Yt[e])}function Zt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Qt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Zt(t)]??=[]).push(Zt(n))}return{view:Zt(t)||`home`,params:{...r}}}function $t({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Xt(e)}=${Xt(t)}`));return`#/${e===`home`?``:Xt(e)}${n.length?`?${n.join(`&`)}`:``}`}var j=gt(Qt(globalThis.location?.hash??``)),M=xt(()=>j.value.params.asOf?.[0]);function en(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function tn(e,t={}){let n={};for(let e of qt){let t=j.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...en(t)}}}var N=(e,t={})=>$t(tn(e,t));function nn(e,t={}){globalThis.location.hash=N(e,t)}function P(e,t=!1){let n={...j.value.params};for(let t of Object.keys(e))delete n[t];let r=$t({view:j.value.view,params:{...n,...en(e)}});r!==$t(j.value)&&(t?(history.replaceState(null,``,r),j.value=Qt(r)):globalThis.location.hash=r)}var rn=e=>j.value.params[e]?.[0],an=e=>j.value.params[e]??[];function on(){window.addEventListener(`hashchange`,()=>{j.value=Qt(globalThis.location.hash)})}var sn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},cn=`application/graphql-response+json, application/json`,ln=60,un=new Map,dn=6e4;function fn(){un.clear()}var pn=e=>e instanceof DOMException&&e.name===`AbortError`,mn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function hn(e,t,n){let r=e.toString().trim(),i=mn(r,t),a=un.get(i);if(a&&Date.now()-a.at<dn)return un.delete(i),un.set(i,a),a.answer.catch(r=>{if(!pn(r)||n?.aborted)throw r;return hn(e,t,n)});let o=gn(r,t,n);un.set(i,{at:Date.now(),answer:o}),o.catch(()=>{un.get(i)?.answer===o&&un.delete(i)});let s=un.keys().next();return un.size>ln&&!s.done&&un.delete(s.value),o}async function gn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:cn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw pn(e)?e:new sn({code:`OFFLINE`,message:``})}r.status===401&&Gt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new sn(_n(o?.[0],i,r.status,s));return a}function _n(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function F(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new sn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function vn(e){return e instanceof sn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function I(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),hn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||pn(e)||a({state:`failed`,question:r,problem:vn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function yn(e,t,n,r){let i=I(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),hn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var bn=s({AccessPathsDocument:()=>Yn,BlastRadiusDocument:()=>Xn,ChangesDocument:()=>Fn,CompletenessPartsFragmentDoc:()=>wn,CostAnomaliesDocument:()=>Rn,CostBillDocument:()=>Vn,CostDifferenceDocument:()=>Bn,CostForecastDocument:()=>zn,CostSeriesDocument:()=>Ln,CostSumsDocument:()=>In,EdgeChangePartsFragmentDoc:()=>xn,EdgePartsFragmentDoc:()=>An,EvidencePartsFragmentDoc:()=>Nn,ExposureDocument:()=>Zn,FreshnessPartsFragmentDoc:()=>Tn,HomeAnomaliesDocument:()=>Kn,HomeChangesDocument:()=>Un,HomeForecastDocument:()=>Gn,HomeOrphanedDocument:()=>Hn,HomeShadowDocument:()=>Wn,HomeUnresolvedDocument:()=>qn,InventoryPartsFragmentDoc:()=>jn,MoneyPartsFragmentDoc:()=>On,MonthEndPartsFragmentDoc:()=>Mn,NamesDocument:()=>Jn,OrphanedChangePartsFragmentDoc:()=>Sn,OverlapPartsFragmentDoc:()=>kn,ProblemPartsFragmentDoc:()=>En,ReachedPagePartsFragmentDoc:()=>Pn,SearchDocument:()=>Qn,SeriesPartsFragmentDoc:()=>Dn,SnapshotPartsFragmentDoc:()=>Cn,SourcesDocument:()=>$n,StatusDocument:()=>er,TypedDocumentString:()=>L,UnresolvedDocument:()=>tr}),L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},xn=new L(`
=======
var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&_t(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Et(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function gt(e,t){return new A(e,t)}function _t(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function vt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function yt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function bt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}bt.prototype=new A,bt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!_t(this))return this.f&=-2,!0;var e=k;try{vt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,yt(this),this.f&=-2,!0},bt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},bt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},bt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(bt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function xt(e,t){return new bt(e,t)}function St(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Ct(e),t}finally{k=n,it()}}}function Ct(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,St(e)}function wt(e){if(k!==this)throw Error(`Out-of-order effect`);yt(this),k=e,this.f&=-2;try{8&this.f&&Ct(this)}finally{it()}}function Tt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Tt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Tt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,St(this),vt(this),lt++;var e=k;return k=this,wt.bind(this,e)},Tt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Tt.prototype.d=function(){this.f|=8,1&this.f||Ct(this)},Tt.prototype.dispose=function(){this.d()};function Et(e,t){var n=new Tt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Dt,Ot,kt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,At=[];Et(function(){Dt=this.N})();function jt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Mt(e){if(Ot){var t=Ot;Ot=void 0,t()}Ot=e&&e.S()}function Nt(e){var t=this,n=e.data,r=Ft(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=xt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=xt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Et(function(){if(this.N=Rt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Nt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Nt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),jt(`__b`,function(e,t){if(Mt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),jt(`__r`,function(e,t){if(e(t),t.type!==S){Mt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Et(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;kt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Mt(n)}}),jt(`__e`,function(e,t,n,r){Mt(),e(t,n,r)}),jt(`diffed`,function(e,t){Mt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Pt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Pt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=gt(n);return{o:function(e,t){a.value=e,r=t},d:Et(function(){this.N=Rt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}jt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),jt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Ft(e,t){return O(function(){return gt(e,t)},[])}var It=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Lt(){at(function(){for(var e;e=At.shift();)Dt.call(e)})}function Rt(){At.push(this)===1&&(u.requestAnimationFrame||It)(Lt)}var zt=`remit.return`,Bt=!1,Vt=gt(null),Ht=(...e)=>e.some(e=>Vt.value?.rights.includes(e));async function Ut(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Gt(),e.ok&&(Vt.value=await e.json())}async function Wt(){Bt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Bt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Gt(){Bt||(Bt=!0,sessionStorage.setItem(zt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Kt(){let e=sessionStorage.getItem(zt)??``;return sessionStorage.removeItem(zt),e}var qt=[`asOf`],Jt=/%(3A|2F|40|2C|3E|20)/g,Yt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Xt(e){return encodeURIComponent(e).replace(Jt,e=>Yt[e])}function Zt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Qt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Zt(t)]??=[]).push(Zt(n))}return{view:Zt(t)||`home`,params:{...r}}}function $t({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Xt(e)}=${Xt(t)}`));return`#/${e===`home`?``:Xt(e)}${n.length?`?${n.join(`&`)}`:``}`}var j=gt(Qt(globalThis.location?.hash??``)),M=xt(()=>j.value.params.asOf?.[0]);function en(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function tn(e,t={}){let n={};for(let e of qt){let t=j.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...en(t)}}}var N=(e,t={})=>$t(tn(e,t));function nn(e,t={}){globalThis.location.hash=N(e,t)}function P(e,t=!1){let n={...j.value.params};for(let t of Object.keys(e))delete n[t];let r=$t({view:j.value.view,params:{...n,...en(e)}});r!==$t(j.value)&&(t?(history.replaceState(null,``,r),j.value=Qt(r)):globalThis.location.hash=r)}var F=e=>j.value.params[e]?.[0],rn=e=>j.value.params[e]??[];function an(){window.addEventListener(`hashchange`,()=>{j.value=Qt(globalThis.location.hash)})}var on=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},sn=`application/graphql-response+json, application/json`,cn=60,ln=new Map,un=6e4;function dn(){ln.clear()}var fn=e=>e instanceof DOMException&&e.name===`AbortError`,pn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function mn(e,t,n){let r=e.toString().trim(),i=pn(r,t),a=ln.get(i);if(a&&Date.now()-a.at<un)return ln.delete(i),ln.set(i,a),a.answer.catch(r=>{if(!fn(r)||n?.aborted)throw r;return mn(e,t,n)});let o=hn(r,t,n);ln.set(i,{at:Date.now(),answer:o}),o.catch(()=>{ln.get(i)?.answer===o&&ln.delete(i)});let s=ln.keys().next();return ln.size>cn&&!s.done&&ln.delete(s.value),o}async function hn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:sn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw fn(e)?e:new on({code:`OFFLINE`,message:``})}r.status===401&&Gt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new on(gn(o?.[0],i,r.status,s));return a}function gn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function I(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new on({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function _n(e){return e instanceof on?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function vn(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),mn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||fn(e)||a({state:`failed`,question:r,problem:_n(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function yn(e,t,n,r){let i=vn(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),mn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var bn=s({AccessPathsDocument:()=>Xn,BlastRadiusDocument:()=>Zn,ChangedElementPartsFragmentDoc:()=>Fn,ChangesDocument:()=>Ln,CompletenessPartsFragmentDoc:()=>wn,EdgeChangePartsFragmentDoc:()=>xn,EdgePartsFragmentDoc:()=>Dn,EvidencePartsFragmentDoc:()=>Mn,ExposureDocument:()=>Qn,FreshnessPartsFragmentDoc:()=>Tn,HomeAnomaliesDocument:()=>Hn,HomeChangesDocument:()=>zn,HomeForecastDocument:()=>Vn,HomeOrphanedDocument:()=>Rn,HomeShadowDocument:()=>Bn,HomeUnresolvedDocument:()=>Un,InventoryPartsFragmentDoc:()=>On,MoneyPartsFragmentDoc:()=>kn,MonthEndPartsFragmentDoc:()=>An,NamesDocument:()=>Wn,OrphanedChangePartsFragmentDoc:()=>Sn,OrphanedOfDocument:()=>qn,OrphanedPathPartsFragmentDoc:()=>Nn,OrphanedRootPartsFragmentDoc:()=>jn,OrphanedRootsDocument:()=>Gn,OrphanedSheetDocument:()=>Jn,ProblemPartsFragmentDoc:()=>En,ReachedPagePartsFragmentDoc:()=>Pn,RevocationOfDocument:()=>Yn,SearchDocument:()=>$n,SnapshotPartsFragmentDoc:()=>Cn,SourcesDocument:()=>er,StatusDocument:()=>tr,TypedDocumentString:()=>L,UnknownOwnersDocument:()=>Kn,UnresolvedDocument:()=>nr,WhatIfDocument:()=>rr,WhatIfTotalsPartsFragmentDoc:()=>In}),L=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},xn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
    `,{fragmentName:`EdgeChangeParts`}),Sn=new L(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),Cn=new L(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),wn=new L(`
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
    `,{fragmentName:`CompletenessParts`}),Tn=new L(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),En=new L(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Dn=new L(`
<<<<<<< HEAD
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
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
}`,{fragmentName:`SeriesParts`}),On=new L(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),kn=new L(`
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`OverlapParts`}),An=new L(`
=======
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
    `,{fragmentName:`EdgeParts`}),jn=new L(`
=======
    `,{fragmentName:`EdgeParts`}),On=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
<<<<<<< HEAD
    `,{fragmentName:`InventoryParts`}),Mn=new L(`
=======
    `,{fragmentName:`InventoryParts`}),kn=new L(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),An=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`,{fragmentName:`MonthEndParts`}),Nn=new L(`
=======
}`,{fragmentName:`MonthEndParts`}),jn=new L(`
    fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
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
    reason
    evidence
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`OrphanedRootParts`}),Mn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    fragment EvidenceParts on EdgeEvidence {
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
<<<<<<< HEAD
    `,{fragmentName:`EvidenceParts`}),Pn=new L(`
=======
    `,{fragmentName:`EvidenceParts`}),Nn=new L(`
    fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`,{fragmentName:`OrphanedPathParts`}),Pn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
    fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`,{fragmentName:`ReachedPageParts`}),Fn=new L(`
<<<<<<< HEAD
=======
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),In=new L(`
    fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  currency
  amount
}`,{fragmentName:`WhatIfTotalsParts`}),Ln=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),In=new L(`
    query CostSums($input: CostAttributionInput!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      droppedBuckets {
        key
        value {
          ...MoneyParts
        }
      }
      estimateValue {
        ...MoneyParts
      }
      includedValue {
        ...MoneyParts
      }
      leftOut {
        ...MoneyParts
      }
      unpricedRows
      rates {
        key
        value
      }
      overlaps {
        ...OverlapParts
      }
      unitCosts {
        unit
        count
        cost {
          ...MoneyParts
        }
        perUnit {
          ...MoneyParts
        }
      }
      columns {
        currency
        key {
          key
          value
        }
        cost
        estimate
        included
        basis
        requests
        tokens {
          key
          value
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
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
}`),Ln=new L(`
    query CostSeries($input: CostAttributionInput!, $whole: CostAttributionInput!) {
  parts: costAttribution(input: $input) {
    ...SeriesParts
  }
  whole: costAttribution(input: $whole) {
    ...SeriesParts
  }
}
    fragment SeriesParts on CostAttributionResult {
  __typename
  ... on CostAttribution {
    snapshot {
      ...SnapshotParts
    }
    completeness {
      ...CompletenessParts
    }
    freshness {
      ...FreshnessParts
    }
    columns {
      currency
      key {
        key
        value
      }
      cost
    }
  }
  ... on UserError {
    ...ProblemParts
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
}`),Rn=new L(`
    query CostAnomalies($input: AnomaliesInput!, $first: Int!) {
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
      method
      sensitivity
      judged
      rows(first: $first) {
        totalCount
        nodes {
          day
          cost {
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
          key {
            key
            value
          }
          drivers {
            key {
              key
              value
            }
            cost {
              ...MoneyParts
            }
            usual {
              ...MoneyParts
            }
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
}`),zn=new L(`
    query CostForecast($input: ForecastInput!, $first: Int!, $after: String) {
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
      method
      total {
        ...MonthEndParts
      }
      rows(first: $first, after: $after) {
        totalCount
        nodes {
          ...MonthEndParts
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
}`),Bn=new L(`
    query CostDifference($input: CostAttributionInput!, $first: Int!, $after: String) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      difference {
        from
        to
        before {
          ...MoneyParts
        }
        after {
          ...MoneyParts
        }
        difference {
          ...MoneyParts
        }
        parts {
          key
          value {
            ...MoneyParts
          }
        }
      }
      drivers(first: $first, after: $after) {
        totalCount
        nodes {
          key {
            key
            value
          }
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          difference {
            ...MoneyParts
          }
          people {
            ...MoneyParts
          }
          volume {
            ...MoneyParts
          }
          price {
            ...MoneyParts
          }
          mix {
            ...MoneyParts
          }
          unmeasured {
            ...MoneyParts
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
}`),Vn=new L(`
    query CostBill($input: CostAttributionInput!, $first: Int!) {
  costAttribution(input: $input) {
    __typename
    ... on CostAttribution {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      ledger {
        ...MoneyParts
      }
      buckets {
        key
        value {
          ...MoneyParts
        }
      }
      variance {
        application
        from
        to
        billed {
          ...MoneyParts
        }
        usage {
          ...MoneyParts
        }
        variance {
          ...MoneyParts
        }
        inWindow {
          ...MoneyParts
        }
        causes {
          code
          detail
          amount {
            ...MoneyParts
          }
          count
        }
      }
      restated(first: $first) {
        totalCount
        nodes {
          kind
          application
          category
          from
          to
          basis
          source
          run
          at
          why
          before {
            ...MoneyParts
          }
          after {
            ...MoneyParts
          }
          requestsBefore
          requestsAfter
          tokensBefore
          tokensAfter
        }
      }
      overlaps {
        ...OverlapParts
      }
      priced {
        source
        counts
        cost {
          ...MoneyParts
        }
        estimate {
          ...MoneyParts
        }
      }
      spreadSeats {
        application
        from
        to
        rule
        cost {
          ...MoneyParts
        }
        seats
        unattributed {
          ...MoneyParts
        }
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment OverlapParts on CostOverlap {
  kind
  application
  category
  firstDay
  lastDay
  source
  counted
  cost {
    ...MoneyParts
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
}`),Hn=new L(`
=======
}`),Rn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),Un=new L(`
=======
}`),zn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),Wn=new L(`
=======
}`),Bn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),Gn=new L(`
=======
}`),Vn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),Kn=new L(`
=======
}`),Hn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),qn=new L(`
=======
}`),Un=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),Jn=new L(`
=======
}`),Wn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
<<<<<<< HEAD
    `),Yn=new L(`
=======
    `),Gn=new L(`
    query OrphanedRoots($input: OrphanedPathsInput, $first: Int!, $after: String) {
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
      roots(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedRootParts
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
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
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
    reason
    evidence
  }
}`),Kn=new L(`
    query UnknownOwners($input: OrphanedPathsInput, $first: Int!, $after: String) {
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
      totalUnknown
      unknown(first: $first, after: $after) {
        totalCount
        nodes {
          id
          why
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
}`),qn=new L(`
    query OrphanedOf($input: OrphanedPathsInput, $first: Int!, $after: String) {
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
      totalPaths
      roots(first: 1) {
        nodes {
          ...OrphanedRootParts
        }
      }
      unknown(first: 1) {
        nodes {
          id
          why
        }
      }
      paths(first: $first, after: $after) {
        totalCount
        nodes {
          ...OrphanedPathParts
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
fragment OrphanedRootParts on OrphanedRoot {
  id
  name
  state
  shadow
  routes
  folded
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
    reason
    evidence
  }
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),Jn=new L(`
    query OrphanedSheet($input: OrphanedPathsInput, $first: Int!, $after: String) {
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
      paths(first: $first, after: $after) {
        nodes {
          ...OrphanedPathParts
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
}
fragment OrphanedPathParts on OrphanedPath {
  root
  target
  below
  permission
  hops
  lastUsed
  witness {
    ...EvidenceParts
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
}`),Yn=new L(`
    query RevocationOf($input: RevocationInput, $first: Int!) {
  revocation(input: $input) {
    __typename
    ... on Revocation {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      roots
      targets
      edges {
        source
        kind
        target
      }
      nodes
      cost
      proven
      steps {
        system
        action
        cost
        source
        target
        command
      }
      collateral(first: $first) {
        totalCount
        nodes {
          id
          name
          loses
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
}`),Xn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    query AccessPaths($input: AccessPathsInput!, $first: Int!) {
  accessPaths(input: $input) {
    __typename
    ... on AccessPaths {
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
      total
      paths(first: $first) {
        nodes {
          hops
          permission
          permissionKnown
          sentence
          edges {
            ...EvidenceParts
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
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
<<<<<<< HEAD
}`),Xn=new L(`
=======
}`),Zn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    query BlastRadius($input: BlastRadiusInput!, $first: Int!, $after: String) {
  blastRadius(input: $input) {
    __typename
    ... on BlastRadius {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      start
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      shareOfDataSources
      score
      spend {
        ...MoneyParts
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
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
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
<<<<<<< HEAD
}`),Zn=new L(`
=======
}`),Qn=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
    query Exposure($input: ExposureInput!, $first: Int!, $after: String) {
  exposure(input: $input) {
    __typename
    ... on Exposure {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      target
      total
      byKind {
        key
        value
      }
      bySensitivity {
        key
        value
      }
      byPermission {
        key
        value
      }
      reached(first: $first, after: $after) {
        ...ReachedPageParts
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
}
fragment ReachedPageParts on ReachedConnection {
  totalCount
  nodes {
    id
    kind
    name
    permission
    permissionKnown
    basis
    hops
    exercised
    lastUsed
    sensitivity
    witness {
      ...EvidenceParts
    }
  }
  pageInfo {
    endCursor
    hasNextPage
  }
}
fragment EvidenceParts on EdgeEvidence {
  source
  kind
  target
  permission
  claimedBy
  since
  evidence
  sourceName
  targetName
<<<<<<< HEAD
}`),Qn=new L(`
=======
}`),$n=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),$n=new L(`
=======
}`),er=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
    `),er=new L(`
=======
    `),tr=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
    `),tr=new L(`
=======
    `),nr=new L(`
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
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
<<<<<<< HEAD
}`),R={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,earlier:`A day earlier`,later:`A day later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~hidden":`Hidden from you`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Charges hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${t.toLowerCase()} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:e=>`Usage in the ledger${e?`, in ${e}`:``}. Seats, taxes, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${e.toLowerCase()}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,rowsTitle:e=>`Rows by ${e.toLowerCase()}`,opensTo:e=>`A row opens to what is behind it: ${e.toLowerCase()}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} that has no key (seats, taxes, credits, variance) the rows are the ledger.`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},nr=e=>R.views[e]??e;function rr(e){return e?`${e.currency} ${lr(cr(e.amount,2))}`:R.unknown}var ir=e=>`${e.currency} ${e.amount}`,ar=9;function or(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(ar,`0`).slice(0,ar));return e.startsWith(`-`)?-r:r}function sr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function cr(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function lr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function ur(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var z=e=>lr(String(e)),dr=e=>`${Math.round(e*100)} %`,fr=e=>lr(String(Math.round(e*10)/10)),pr=864e5;function mr(e){if(!e)return R.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var hr=e=>e?e.slice(0,10):R.unknown;function gr(e){let t=[[86400,R.units.day],[3600,R.units.hour],[60,R.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return R.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function _r(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var vr=(e,t)=>new Date(e.getTime()-t*pr),yr=e=>e.toISOString().slice(0,10),br=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),xr=Symbol.for(`pv`),Sr=0;Array.isArray;function B(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:xr,__v:--Sr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var Cr=200;function wr(e,t){return e===t?0:e<t?-1:1}function Tr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*wr(r(e),r(t))),...e.filter(e=>!a(e))]}function V(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(Cr),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>Tr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return B(`p`,{class:`empty`,children:e.empty??R.parts.empty});let _=e.total??f.length;return B(`div`,{class:`table-box`,children:[B(`table`,{class:`data-table`,children:[B(`caption`,{class:`visually-hidden`,children:e.caption}),B(`thead`,{children:B(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>B(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?B(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:R.parts.sortBy(t),children:[t,B(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),B(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>B(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>B(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&B(`tfoot`,{children:B(`tr`,{children:t.map(({key:t,align:n,wide:r})=>B(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&B(`p`,{class:`table-foot`,children:[i&&_>f.length?R.parts.sortedAmong(z(f.length),z(_)):R.parts.rowsOf(z(p.length),z(_)),(f.length>p.length||e.hasMore&&e.onMore)&&B(`button`,{type:`button`,onClick:()=>{l(c+Cr),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:R.more})]})]})}var Er=200,Dr=gt(new Map),Or=new Set,kr=0;function Ar(e,t){let n=t??Dr.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(Or.add(e),kr||=window.setTimeout(Mr))},[e,n]),n||Nr(e)}var jr=e=>Dr.value.get(e)??Nr(e);async function Mr(){kr=0;let e=[...Or].slice(0,Er);Or.clear();try{let{nodes:t}=await hn(Jn,{ids:e,asOf:M.value??null}),n=new Map(Dr.value);t.forEach((t,r)=>n.set(e[r],t?.name||Nr(e[r]))),Dr.value=n}catch{}}function Nr(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var Pr=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function Fr(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var Ir={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},Lr=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,Rr=e=>Ir[e]??Lr,zr=e=>R.kinds[e]??e;function Br({kind:e}){return B(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":zr(e),children:B(`path`,{d:Rr(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var Vr={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Hr({permission:e}){if(!e)return B(`span`,{class:`muted`,children:R.noPermission});let t=Vr[e]??0;return B(`span`,{class:`permission permission-${e}`,children:[B(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>B(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),R.permissions[e]??e]})}function Ur({sensitivity:e}){return e?B(`span`,{class:`sensitivity sensitivity-${e}`,children:R.sensitivities[e]??e}):null}var Wr=e=>Pr(e)===`DataSource`||Pr(e)===`McpTool`||Pr(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function H({id:e,name:t,plain:n=!1,href:r}){let i=Ar(e,t),{view:a,param:o}=Wr(e),s=B(S,{children:[B(Br,{kind:Pr(e)}),B(`span`,{class:`chip-name`,children:i||Nr(e)}),B(`span`,{class:`chip-system`,children:Fr(e)})]});return n?B(`span`,{class:`chip`,title:e,children:s}):B(`a`,{class:`chip`,title:e,href:r??N(a,{[o]:e}),children:s})}function Gr({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=B(S,{children:[B(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?R.shell.complete:R.shell.partial]});return!n.length&&!r.length?B(`span`,{class:`completeness is-complete`,children:a}):B(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[B(`summary`,{children:[a,i?` · ${R.shell.notes}`:``]}),B(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>B(`p`,{children:[B(`code`,{children:e}),` `,t]},e+t))})]})}function Kr(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function qr(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Jr(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(Kr).join(`,`),...e.rows.map(e=>[...e,...n].map(Kr).join(`,`))].join(`\r
`)}\r\n`}function Yr(e,t,n,r){return`${JSON.stringify({...qr(t,n,r),answer:e},null,2)}\n`}function Xr(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var Zr=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Qr({problem:e,onRetry:t,candidateHref:n}){let r=R.remedies[e.code];return B(`div`,{class:`problem`,role:`alert`,children:[B(`p`,{class:`problem-message`,children:e.message||R.problems[e.code]||R.problems.fallback}),r&&B(`p`,{children:r}),e.candidates&&B(S,{children:[B(`p`,{children:R.parts.candidates}),B(`ul`,{class:`plain-list`,children:e.candidates.map(e=>B(`li`,{children:B(H,{id:e,href:n?.(e)})},e))})]}),B(`p`,{class:`muted small`,children:[R.parts.code,` `,e.code,e.requestId&&` · ${R.parts.request} ${e.requestId}`]}),t&&B(`button`,{type:`button`,onClick:t,children:R.tryAgain})]})}function $r({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${R.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return B(`details`,{class:`query-behind`,children:[B(`summary`,{title:R.parts.questionTitle,children:R.parts.question}),B(`div`,{class:`query-box`,children:[B(`div`,{class:`query-tools`,children:[B(`button`,{type:`button`,onClick:()=>void i(),children:t?R.parts.copied:R.parts.copy}),B(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:R.parts.graphiql})]}),B(`pre`,{tabIndex:0,"aria-label":R.parts.questionTitle,children:e.text}),B(`pre`,{tabIndex:0,"aria-label":R.parts.variables,children:r})]})]})}var ei=gt(``),ti=e=>{ei.value=e};function ni(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function U(e){let{answer:t,title:n}=e,r=Je(),i=ni(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&ti(`${n}: ${e.summary(t.data)}`)},[t]),B(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[B(`header`,{class:`panel-head`,children:[B(a,{id:r,children:n}),i&&B(Gr,{provenance:i}),B(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&B(ri,{...e,provenance:i}),t.question.variables!==null&&B($r,{question:t.question})]})]}),e.lead&&B(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&B(Qr,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&B(`p`,{class:`asking`,children:R.loading}),t.data!==void 0&&e.children(t.data)]})}function ri({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return B(`span`,{class:`export`,role:`group`,"aria-label":R.parts.export,children:[n&&B(`button`,{type:`button`,class:`quiet`,onClick:()=>Xr(Zr(t,r,`csv`),`text/csv`,Jr(n(i),r)),children:R.parts.exportCsv}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>Xr(Zr(t,r,`json`),`application/json`,Yr(i,e.question,r,new Date)),children:R.parts.exportJson})]})}var ii=6e4,ai=gt(null),oi=gt(null),si=gt(0),ci=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,li=xt(()=>(ai.value?.sources??[]).filter(ci));async function ui(){try{let e=(await hn(er,{})).status,t=ai.value;t&&e.generation!==t.generation&&(fn(),si.value+=1,ti(R.shell.newGeneration(e.generation))),ai.value=e,oi.value=null}catch(e){oi.value=vn(e)}}function di(){ui(),setInterval(()=>{document.visibilityState===`visible`&&ui()},ii),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&ui()})}var fi=7,pi=30;function mi(){let e=R.home;return B(S,{children:[B(`h1`,{children:e.title}),B(`p`,{class:`lead`,children:e.lead(M.value?mr(M.value):e.now)}),B(`div`,{class:`home`,children:[B(hi,{}),B(gi,{}),B(xi,{}),B(Si,{}),B(Ci,{}),B(Ti,{}),B(Ei,{})]})]})}function W({count:e,words:t,address:n,strong:r}){return B(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[B(`span`,{class:`figure-count`,children:e}),` `,B(`span`,{class:`figure-words`,children:t})]})}function hi(){let e=R.home,t=I(Hn,{input:{asOf:M.value??null}},e=>F(e.orphanedPaths));return B(U,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>z(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:z(t),words:e.orphanedOf(z(n)),address:N(`orphaned`),strong:!0}),r>0&&B(W,{count:z(r),words:e.unknownOwners,address:N(`orphaned`,{list:`unknown`})})]}),B(V,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>B(S,{children:[B(H,{id:t,name:n,href:N(`orphaned`,{root:t})}),r&&B(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>z(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>B(`span`,{class:`nowrap`,children:hr(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>rr(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?B(H,{id:t.id,name:t.name}):B(`span`,{class:`muted`,children:e.nobody})}]})]})})}function gi(){let e=R.home,t=br(vr(_r(M.value),fi)),n=I(Un,{input:{from:t,asOf:M.value??null}},e=>F(e.changes)),r=N(`changes`,{from:t});return B(U,{title:e.changes,lead:e.changesLead(mr(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:`+${z(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),B(W,{count:`−${z(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),B(W,{count:`+${z(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),B(W,{count:`−${z(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),B(W,{count:`+${z(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),B(W,{count:`−${z(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),B(W,{count:z(a.totalCount),words:e.permissionsChanged,address:r}),B(W,{count:z(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&B(V,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:N(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${z(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${z(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${fr(e)} → ${fr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var _i=e=>e.map(({value:e})=>e).join(` · `);function vi({value:e,address:t}){return e.includes(`:`)?B(H,{id:e,href:t}):B(`a`,{href:t,children:e.replace(/^~/,``)})}function yi({row:e}){let t=ur(e.spent,e.budget),n=ur(e.expected,e.budget);if(t===null)return B(`span`,{class:`muted`,children:R.home.noBudget});let r=Math.max(1,t,n??0);return B(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${rr(e.spent)} / ${rr(e.budget)}`,children:[B(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&B(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),B(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),B(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var bi=e=>e==null?R.home.cannotSay:e?R.home.over:R.home.within;function xi(){let e=R.home,t=I(Gn,{input:{by:[`team`],asOf:M.value??null}},e=>F(e.forecast)),n=yr(_r(M.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return B(U,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:rr(t.spent),words:e.spent,address:N(`cost`,r),strong:!0}),B(W,{count:rr(t.expected),words:e.expected,address:N(`cost`,{by:`team`,show:`forecast`})})]}),B(V,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>_i(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>B(vi,{value:e[0].value,address:N(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>rr(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>rr(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>B(yi,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?B(`span`,{class:e?`tag tag-bad`:`muted`,children:bi(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Si(){let e=R.home,t=I(Wn,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:M.value??null}},e=>F(e.inventory));return B(U,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t),words:e.shadow,address:N(`orphaned`,{list:`shadow`}),strong:t>0})}),B(V,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>B(H,{id:e,name:t})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>z(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>B(`span`,{class:`nowrap`,children:hr(e)}),sort:({lastUsed:e})=>e}]})]})})}function Ci(){let e=R.home,t=_r(M.value),n={from:yr(vr(t,pi)),to:yr(vr(t,1))},r=I(Kn,{input:{by:[`team`],...n,asOf:M.value??null}},e=>F(e.anomalies));return B(U,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(r.totalCount),words:e.judged(z(t)),address:N(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&B(V,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${_i(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>hr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>B(vi,{value:e[0].value,address:N(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>rr(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>rr(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var wi={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Ti(){let e=R.home,{value:t}=ai,n=t?{state:`answered`,question:wi,data:li.value}:{state:`loading`,question:wi};return B(U,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t.length),words:e.late,address:N(`sources`),strong:t.length>0})}),B(V,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>B(`a`,{href:N(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>gr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?R.unknown:gr(e),sort:({promisedAgeS:e})=>e}]})]})})}function Ei(){let e=R.home,t=I(qn,{input:{asOf:M.value??null}},e=>F(e.unresolved));return B(U,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t),words:e.looseEnds,address:N(`unresolved`)})}),B(V,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t,href:N(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>B(`span`,{class:`small`,children:e})}]})]})})}var Di=e=>/^[A-Z][A-Za-z]+:/.test(e),Oi=e=>e.startsWith(`~`),ki=e=>R.cost.nameless[e]??R.cost.ownerStates[e]??e,Ai=e=>Di(e)?jr(e):ki(e);function ji({value:e,address:t}){if(Di(e))return t===void 0?B(H,{id:e,plain:!0}):B(H,{id:e,href:t});let n=B(`span`,{class:Oi(e)?`key-nameless`:``,children:ki(e)});return t===void 0?n:B(`a`,{href:t,children:n})}var Mi=[`time`],Ni=[`day`,`week`,`month`],Pi=[`team`,`identity`,`department`,`cost_center`,`application`,`workspace`,`account`,`credential`,`provider`,`model`,`mcp_server`,`data_source`,`owner_state`,`day`,`week`,`month`],Fi=`~hidden`,Ii=Ni,Li=[`EVEN`,`NONE`,`USAGE`],Ri=3,zi=62,Bi=e=>Ii.includes(e),Vi=e=>Pi.includes(e),Hi=e=>/^\d{4}-\d\d-\d\d$/.test(e??``)&&!Number.isNaN(Date.parse(e)),Ui=e=>/^\d{4}-(0[1-9]|1[0-2])$/.test(e??``),Wi=(e,t)=>Math.round((Date.parse(t)-Date.parse(e))/pr)+1,Gi=(e,t)=>yr(new Date(Date.parse(e)+t*pr)),Ki=e=>yr(new Date(Date.parse(`${e}-01`)-pr)).slice(0,7),qi=e=>{let[t,n]=e.split(`-`).map(Number);return yr(new Date(Date.UTC(t,n,0)))};function Ji(e){let[t=``,n=``]=e.split(/=(.*)/s);return Vi(t)&&n&&n!==`~hidden`?{dimension:t,value:n}:null}var Yi=({dimension:e,value:t})=>`${e}=${t}`;function Xi(e,t){let n=Wi(e,t);return n<=zi?`day`:n<=434?`week`:`month`}function Zi(e,t){let n=t=>e[t]?.[0],r=yr(vr(_r(t),1)),i=Hi(n(`to`))?n(`to`):r,a=Hi(n(`from`))?n(`from`):Gi(i,-29),o=[...new Set((e.by??[]).flatMap(e=>e.split(`,`)).filter(Vi))].slice(0,Ri),s=Ni.find(e=>e===n(`step`))??Xi(a,i),c=Ui(n(`month`))?n(`month`):i.slice(0,7);return{by:o.length?o:[`team`],from:a,to:i,step:s,filters:(e.filter??[]).map(Ji).filter(e=>e!==null),show:Mi.find(e=>e===n(`show`))??`time`,currency:/^[A-Z]{3}$/.test(n(`currency`)??``)?n(`currency`):null,owners:Li.includes(n(`owners`)??``)?n(`owners`):null,at:n(`at`)??null,month:c,compare:Ui(n(`compare`))?n(`compare`):Ki(c)}}function Qi(e){return[...new Set(e.map(({dimension:e})=>e))].map(t=>({dimension:t,values:e.filter(e=>e.dimension===t).map(({value:e})=>e)}))}function $i(e,t){return{...t?{asOf:t}:{},...e.currency?{currency:e.currency}:{},...e.owners?{owners:e.owners}:{},...e.filters.length?{filters:Qi(e.filters)}:{}}}var ea={team:[`identity`,`model`],department:[`team`,`identity`,`model`],cost_center:[`team`,`identity`,`model`],identity:[`model`,`application`],account:[`model`],credential:[`model`],application:[`model`,`identity`],workspace:[`identity`,`model`],provider:[`model`,`team`],model:[`identity`,`team`],mcp_server:[`data_source`,`identity`],data_source:[`mcp_server`,`identity`],owner_state:[`account`,`identity`]},ta=[`day`,`account`,`model`];function na(e,t){if(e.join()===ta.join())return null;let n=new Set([...e,...t.map(({dimension:e})=>e)]),r=(ea[e[0]]??[]).find(e=>!n.has(e));return r?[r]:ta}function ra(e,t){let n=na(e.by,e.filters);if(n===null||[...t.values()].includes(`~hidden`))return null;let{from:r,to:i}=e,a=e.filters.filter(({dimension:e})=>!t.has(e));for(let[e,n]of t)Bi(e)?[r,i]=ia(e,n,r,i):a.push({dimension:e,value:n});return{by:n,from:r,to:i,filter:a.map(Yi)}}function ia(e,t,n,r){let[i,a]=aa(e,t);return[i<n?n:i,a>r?r:a]}function aa(e,t){if(e===`day`)return[t,t];if(e===`month`)return[`${t}-01`,qi(t)];let[n,r]=t.split(`-W`).map(Number),i=Date.UTC(n,0,4),a=i-(new Date(i).getUTCDay()+6)%7*pr+(r-1)*7*pr;return[yr(new Date(a)),yr(new Date(a+6*pr))]}function oa(e,t){if(e===`day`)return t;if(e===`month`)return t.slice(0,7);let n=Date.parse(t),r=new Date(n+(3-(new Date(n).getUTCDay()+6)%7)*pr),i=r.getUTCFullYear(),a=Math.floor((r.getTime()-Date.UTC(i,0,1))/(7*pr))+1;return`${i}-W${String(a).padStart(2,`0`)}`}function sa(e,t,n){let r=[];for(let i=t;i<=n;i=Gi(i,1)){let t=oa(e,i);r.at(-1)!==t&&r.push(t)}return r}var G=R.cost,ca=30,la=90;function ua(){let e=yr(_r(M.value)),t=yr(vr(_r(M.value),1)),[n,r]=[e.slice(0,7),Ki(e.slice(0,7))];return[{label:G.days(z(ca)),from:Gi(t,-29),to:t},{label:G.days(z(la)),from:Gi(t,-89),to:t},{label:G.thisMonth,from:`${n}-01`,to:e},{label:G.lastMonth,from:`${r}-01`,to:qi(r)}]}function da({state:e}){let{from:t,to:n}=e,r=e.show!==`forecast`&&e.show!==`difference`,i=r=>B(`label`,{class:`choice`,children:[B(`span`,{children:G[r]}),B(`input`,{type:`date`,value:e[r],onChange:({currentTarget:{value:e}})=>{e&&P(r===`from`?{from:e,to:e>n?e:n,at:void 0}:{from:e<t?e:t,to:e,at:void 0})}})]});return B(S,{children:[B(`form`,{class:`filters cost-controls`,"aria-label":G.controls,onSubmit:e=>e.preventDefault(),children:[B(ma,{state:e}),r&&B(S,{children:[i(`from`),i(`to`),B(`span`,{class:`presets`,role:`group`,"aria-label":G.window,children:ua().map(e=>B(`button`,{type:`button`,"aria-pressed":e.from===t&&e.to===n,onClick:()=>P({from:e.from,to:e.to,step:void 0,at:void 0}),children:e.label},e.label))})]}),B(`label`,{class:`choice`,children:[B(`span`,{children:G.owners}),B(`select`,{value:e.owners??`EVEN`,onChange:({currentTarget:{value:e}})=>P({owners:e===`EVEN`?void 0:e}),children:Object.entries(G.ownerRules).map(([e,t])=>B(`option`,{value:e,children:t},e))})]})]}),(e.filters.length>0||e.currency)&&B(ga,{state:e}),B(`nav`,{class:`tabs`,hidden:Mi.length<2,"aria-label":G.parts,children:Mi.map(t=>B(`a`,{href:pa(e,t),"aria-current":e.show===t?`page`:void 0,children:G.shows[t]},t))})]})}var fa=e=>({by:e.by,from:e.from,to:e.to,filter:e.filters.map(Yi),show:e.show===`time`?void 0:e.show,currency:e.currency??void 0,owners:e.owners??void 0}),pa=(e,t)=>N(`cost`,{...fa(e),show:t===`time`?void 0:t});function ma({state:e}){let[t,...n]=e.by;return B(`label`,{class:`choice`,children:[B(`span`,{children:G.by}),B(`select`,{value:t,onChange:({currentTarget:{value:e}})=>P({by:e,at:void 0}),children:Pi.map(e=>B(`option`,{value:e,children:[G.dimensions[e],e===t&&n.length>0?` · ${n.map(e=>G.dimensions[e]).join(` · `)}`:``]},e))})]})}var ha=({state:e})=>B(`span`,{class:`presets`,role:`group`,"aria-label":G.step,children:Ni.map(t=>B(`button`,{type:`button`,class:`quiet`,"aria-pressed":e.step===t,onClick:()=>P({step:t,at:void 0}),children:G.steps[t]},t))});function ga({state:e}){return B(`ul`,{class:`filter-chips`,"aria-label":G.only,children:[e.filters.map(t=>B(`li`,{children:[B(`span`,{class:`muted`,children:G.dimensions[t.dimension]}),` `,B(ji,{value:t.value}),B(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(Ai(t.value)),title:G.without(Ai(t.value)),onClick:()=>P({filter:e.filters.filter(e=>e!==t).map(Yi),at:void 0}),children:B(`span`,{"aria-hidden":`true`,children:`×`})})]},Yi(t))),e.currency&&B(`li`,{children:[B(`span`,{class:`muted`,children:G.currency}),` `,e.currency,B(`button`,{type:`button`,class:`quiet`,"aria-label":G.without(e.currency),onClick:()=>P({currency:void 0}),children:B(`span`,{"aria-hidden":`true`,children:`×`})})]})]})}var _a=2;function va(e){return Math.max(_a,...e.map(e=>(e?.split(`.`)[1]??``).replace(/0+$/,``).length))}function ya({amount:e,places:t=va([e]),signed:n=!1}){if(e==null)return B(`span`,{class:`muted`,children:R.unknown});let[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=i.padEnd(t,`0`),o=e.startsWith(`-`),s=/^0*$/.test(r+i);return B(`data`,{class:`amount ${s?`is-zero`:``}`,value:e,children:[s?``:o?`−`:n?`+`:``,lr(`${r}.${a.slice(0,_a)}`),B(`span`,{class:`amount-rest`,children:a.slice(_a,t)})]})}var ba=`http://www.w3.org/2000/svg`,xa=24,Sa=16,Ca=2,wa=16e3;function Ta(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*Sa],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,ba),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-xa,r.y-xa,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(Oa(`style`,Da()),Oa(`metadata`,t.join(`
`)),ka(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Aa(e,r.x,r.y+r.height+xa+(t+.5)*Sa))),new XMLSerializer().serializeToString(o)}async function Ea(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(Ca,wa/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function Da(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function Oa(e,t){let n=document.createElementNS(ba,e);return n.textContent=t,n}function ka(e,t,n){let r=Oa(`rect`,``),i={x:e.x-xa,y:e.y-xa,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Aa(e,t,n){let r=Oa(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}function ja(e,t){return e<t?-1:+(e>t)}function Ma(e){return`${e.source}\t${e.kind}\t${e.target}`}function Na(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function Pa(e){return e.slice(e.indexOf(`:`)+1)}var Fa=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function Ia(e,t){return e===null||t===null?e??t:Fa.indexOf(e)>=Fa.indexOf(t)?e:t}var La=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ra=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function za(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var Ba=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(Ha(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===Pa(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Ma(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:za(La,r?.permission??null,e.permission??null),exercised:Ia(r?.exercised??null,t),evidence:Va(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>ja(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>ja(e.key,t.key)),routes:this.routes}}};function Va(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>ja(e.claimedBy,t.claimedBy)||ja(e.permission??``,t.permission??``))}function Ha(e,t,n,r){return{id:e,kind:Na(e),name:t||Pa(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function Ua(e,t,n){let r=new Ba,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(Ha(t,Pa(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(Wa(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function Wa(e,t){return{...Ha(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function Ga(e,t,n){let r=new Ba,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(Ha(e,Pa(e),0,`start`)),t!==e&&r.setNode(Ha(t,Pa(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function Ka(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function qa(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(Ka(n,r.source,r.target),Ka(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var Ja=`fold:`;function Ya(e,t){let n=Xa(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=Za(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=$a(e.edges,r),o=new Map(e.edges.map(e=>[e.key,Qa(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>ja(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function Xa(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(ja)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>ja(e.id,t.id)))}function Za(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:za(La,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:za(Ra,e.sensitivity,t.sensitivity),exercised:Ia(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:Ja+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function Qa(e,t){return Ma({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function $a(e,t){let n=new Map;for(let r of e){let e=Qa(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:za(La,i.permission,r.permission),exercised:Ia(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>ja(e.key,t.key))}var eo={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},to={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},no=52,ro=76,io=16,ao=8,oo=4,so=60,co=400;function lo(e){return`${e.source}\t${e.target}`}var uo=`\0`;function fo(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=lo(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${uo}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(lo(n),n)})}return a.length>co?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function po(e,t,n={}){let r=fo(e,t),i=mo(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>go(e,a));for(let e=0;e<ao;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,vo(o[e]??[],t?i.before:i.after,a))}return bo(i,o,n.pinned??new Map,r.bendsOf)}function mo(e,t){let n=[...e].sort((e,t)=>ja(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function ho(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function go(e,t){return ho(e,t),e}function _o(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function vo(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?_o(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return ho(i,n),i}function yo(e){return Math.max(so,Math.ceil(Math.sqrt(e*3)))}function bo(e,t,n,r){let i=yo(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*no});let u=r*204-io;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(uo)).length}),c+=u+ro}),xo(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of Co(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:wo(l)}}function xo(e,t,n){for(let r=0;r<oo;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())So(e.map(e=>{let t=a[e]??[];return t.length>0?_o(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function So(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*no,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*no)}function Co(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<no&&(s=Math.ceil(e.y+no));return i.set(a,s+no),[e,{x:a,y:s}]})}function wo(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var To=18.5,Eo=15.5,Do=24,Oo=16,ko=250,Ao=e=>`translate(${e.x-94} ${e.y-20})`,jo=/[ijlrtfI.,:;'|!()[\]/ -]/,Mo=/[A-HJ-Zmw@%…]/,No=e=>e.reduce((e,t)=>e+(jo.test(t)?.62:Mo.test(t)?1.3:1),0);function Po(e,t){let n=[...e];if(No(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(No([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function Fo({layout:e,words:t}){let n=e.bounds.top-26;return B(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>B(`g`,{children:[B(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),B(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function Io({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>ko;return B(`g`,{class:e.edges.length<=Oo?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=Lo(a,o,t.bends.get(lo(e))??[]);return B(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&B(`path`,{class:`edge-area`,d:l.path}),B(`path`,{class:`edge-line`,d:l.path}),!i&&B(`path`,{class:`edge-head`,d:l.head}),!i&&B(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}function Lo(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function Ro({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>ko;return B(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&B(Vo,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var zo=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,Bo=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function Vo({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:eo[e.permission]??0,s=e.sensitivity===null?void 0:to[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return B(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:Ao(t),children:[!r&&B(`title`,{children:a}),e.role===`fold`&&B(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),B(`rect`,{class:`node-card`,width:188,height:40,rx:9}),B(`path`,{class:`node-side`,d:zo}),B(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:Rr(e.kind)}),B(`text`,{class:`node-name`,x:42,y:17,children:Po(c,s===void 0?To:Eo)}),B(`text`,{class:`node-words`,x:42,y:31,children:Po(n.subtitle(e),Do)}),o>0&&B(`path`,{class:`node-bars`,d:Bo.slice(o).join(``)}),o>0&&B(`path`,{class:`node-bars is-full`,d:Bo.slice(0,o).join(``)}),s!==void 0&&B(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),i&&B(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function Ho(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||ja(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||ja(t,n))[0]??null}}var Uo=.04,Wo=3,Go=28,Ko=.55;function qo(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=$o(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function Jo(e,t,n,r){let i=qo(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-Go-e.right*a:Go-e.left*a,y:t.height/2-n.y*a}}function Yo(e,t,n){let r=$o(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function Xo(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function Zo(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return Xo(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function Qo(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function $o(e){return Math.min(Wo,Math.max(Uo,e))}var es={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},ts=4,ns=.0016,rs=1.25;function is(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=us(a,e),l=O(()=>Ho(t,n),[t,n]),u=O(()=>[B(Fo,{layout:n,words:r}),B(Io,{graph:t,layout:n,words:r}),B(Ro,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);ls(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),cs(a.current,e)?.focus({preventScroll:!0})},[n,c]);return B(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[B(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=es[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!as(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>ss(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:B(`g`,{class:`picture-world`,children:u})}),B(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[B(`button`,{type:`button`,onClick:()=>c.zoom(rs),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),B(`button`,{type:`button`,onClick:()=>c.zoom(1/rs),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),B(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function as(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(rs);else if(e===`-`)r.zoom(1/rs);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(os(a,s.id,n.selected));else return!1;return!0}function os(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function ss(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function cs(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function ls(e,t,n,r){let{graph:i,selected:a,route:o}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),s=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),c=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===c?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,s!==null&&!s.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t))}},[i,a,o,n,r])}function us(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<Ko)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<ts)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(Xo(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=Qo(n.current,s(t));a.id!==null&&cs(e.current,a.id)?.setAttribute(`transform`,Ao(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,Qo(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(Xo(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(Yo(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(qo(a.current.layout.bounds,t())),reveal:e=>o(Zo(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(Jo(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(Yo(n.current,Math.exp(-e.deltaY*ns),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var ds=[`YES`,`NO`,`UNKNOWN`];function fs(){return B(`details`,{class:`picture-legend`,children:[B(`summary`,{children:R.picture.legend}),B(`ul`,{children:[ds.map(e=>B(`li`,{children:[B(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:B(`g`,{class:`edge use-${e.toLowerCase()}`,children:[B(`path`,{class:`edge-line`,d:`M2 5H28`}),B(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),R.uses[e]]},e)),[...Ra].reverse().map(e=>B(`li`,{children:[B(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:B(`path`,{class:`node-sensitivity is-${e}`,d:to[e]})}),R.sensitivities[e]]},e))]}),B(`p`,{class:`muted small`,children:R.picture.keys})]})}var ps=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ms=function(e,t){return new URL(e,t).href},hs={},gs=function(e){return e.pathname.endsWith(`.css`)},_s=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},vs=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ms(t,n);let r=s(t),i=gs(r);return _s(hs,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ps,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ys=1200,bs=new Map;function xs(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:bs}),s=a.of===e.subject?a.at:bs,[c,l]=[an(`open`),an(`hide`)],u=JSON.stringify([c,l]),d=O(()=>qa(e.graph,new Set(l)),[e.graph,u]),f=O(()=>Ya(d,{expanded:new Set(c),separate:new Set(s.keys())}),[d,s,u]),p=O(()=>Ss(f,s),[f,s]),m=e.focused===null?null:f.routes.get(e.focused)??null,h={select:e.onSelect,focus:t=>e.onFocus(t===null||!f.routes.has(t)?null:t),expand:e=>P({open:[...c,e.slice(Ja.length)]}),hide:e=>P({hide:[...l,...Ds(f,e)]}),open:e=>nn(Wr(e).view,{[Wr(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:Os(s,t,n)})},g=f.nodes.length+f.edges.length,_={graph:f,layout:p,words:t,label:R.picture.label(e.title,z(f.nodes.length),z(f.edges.length)),selected:Es(f,e.selected),route:m,pinned:s,actions:h,subject:e.subject,direction:n},{Large:v,isAwaited:y}=ws(g>ys),b=t=>{let n=i.current?.querySelector(`svg.picture`);n&&ks(n,t,e.exportName,e.title,r)};return B(`div`,{class:`picture-box`,ref:i,children:[B(`div`,{class:`picture-tools`,children:[m!==null&&B(Cs,{onClick:()=>e.onFocus(null),children:R.picture.showAll}),c.length>0&&B(Cs,{onClick:()=>P({open:[]}),children:R.picture.showFolded}),l.length>0&&B(Cs,{onClick:()=>P({hide:[]}),children:R.picture.showHidden(z(l.length))}),s.size>0&&B(Cs,{onClick:()=>o({of:e.subject,at:bs}),children:R.picture.unpin(z(s.size))}),B(`span`,{class:`picture-exports`,children:[!v&&B(Cs,{onClick:()=>b(`svg`),children:R.picture.exportSvg}),!v&&B(Cs,{onClick:()=>b(`png`),children:R.picture.exportPng})]})]}),v?B(v,{..._}):y?B(`div`,{class:`picture-frame`,"aria-busy":`true`}):B(is,{..._}),v&&B(`p`,{class:`muted small`,children:R.picture.large(z(g))}),B(fs,{})]})}function Ss(e,t){let n=performance.now(),r=po(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function Cs({onClick:e,children:t}){return B(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function ws(e){let[t,n]=T(),r=O(()=>e&&Ts(),[e]);return E(()=>{r&&!t&&vs(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function Ts(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function Es(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function Ds(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function Os(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function ks(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=Ta(e,[r,R.picture.provenance(a,o.slice(0,12),s),R.picture.exportedAt(new Date().toISOString())]);t===`svg`?Xr(Zr(n,i,`svg`),`image/svg+xml`,c):Xr(Zr(n,i,`png`),`image/png`,await Ea(c))}var As=e=>e.reduce((e,t)=>e+t,0n);function js(e,t,n,r){let i=new Map(t.map((e,t)=>[e,t])),a=t.map(()=>0n),o=e.key.find(({key:e})=>e===n)?.value??[];return e.cost.forEach((e,t)=>{let n=i.get(o[t]??``);n!==void 0&&e!==null&&r(t)&&(a[n]=a[n]+or(e))}),a}function Ms(e,t,n,r,i,a){let o=js(t,a,i,()=>!0),s=e?.key.find(({key:e})=>e===n)?.value??[],c=e===null||Bi(n)?[]:r.map(t=>{let n=js(e,a,i,e=>s[e]===t);return{key:t,nano:n,total:As(n)}}),l=o.map((e,t)=>e-As(c.map(({nano:e})=>e[t]))),u=l.some(e=>e!==0n)?[{key:null,nano:l,total:As(l)}]:[];return{periods:a,series:[...c,...u],totals:o}}function Ns({periods:e,series:t}){let[n,r]=[0n,0n];return e.forEach((e,i)=>{let a=t.map(({nano:e})=>e[i]),[o,s]=[As(a.filter(e=>e<0n)),As(a.filter(e=>e>0n))];o<n&&(n=o),s>r&&(r=s)}),[n,r]}function Ps(e,t,n=4){let r=t-e;if(r<=0n)return[0n];let i=r/BigInt(n)||1n,a=10n**BigInt(i.toString().length-1),o=[1n,2n,5n,10n].map(e=>e*a).find(e=>e>=i),s=[];for(let n=-((-e+o-1n)/o)*o;n<=t+o-1n;n+=o)s.push(n);return s}var Fs=(e,t,n)=>n===t?0:Number((e-t)*1000000n/(n-t))/1e6,Is=260,Ls=18,Rs=46,zs=7,Bs=280,Vs=R.cost,Hs=({key:e},t)=>e===null?`chart-rest`:e.startsWith(`~`)?`chart-nameless`:`chart-series-${t+1}`,Us=e=>lr(sr(e).replace(/\.?0+$/,``)).replace(/^-/,`−`);function Ws(){let e=D(null),[t,n]=T(0);return E(()=>{let t=e.current;if(!t)return;let r=new ResizeObserver(([e])=>n(Math.round(e.contentRect.width)));return r.observe(t),()=>r.disconnect()},[]),[e,t]}function Gs(e){let[t,n]=Ws(),{stacks:r}=e,i=Math.max(Bs,n);return B(`div`,{class:`chart-box`,ref:t,children:n>0&&r.periods.length>0&&B(Ks,{...e,width:i})})}function Ks({stacks:e,currency:t,label:n,anomalies:r,chosen:i,onHover:a,onChoose:o,width:s}){let{periods:c}=e,[l,u]=T(c.length-1),d=D(null),f=Ps(...Ns(e)),[p,m]=[f[0],f.at(-1)],h=Math.max(...f.map(e=>Us(e).length))*zs+12,g=(s-h-8)/c.length,_=e=>Ls+(1-Fs(e,p,m))*216,v=Math.ceil(Rs/g),y=Math.min(l,c.length-1);return B(`svg`,{class:`picture chart`,width:s,height:Is,viewBox:`0 0 ${s} ${Is}`,role:`group`,"aria-label":n,children:B(`g`,{class:`picture-world`,children:[B(qs,{}),f.map(e=>B(`g`,{children:[B(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:h,x2:s,y1:_(e),y2:_(e)}),B(`text`,{class:`chart-tick`,x:h-8,y:_(e)+4,"text-anchor":`end`,children:Us(e)})]},String(e))),c.map((e,t)=>t%v===0&&B(`text`,{class:`chart-tick`,x:h+(t+.5)*g,y:252,"text-anchor":`middle`,children:e.length===10||e.length===8?e.slice(5):e},e)),B(`g`,{ref:d,onKeyDown:e=>{let t={ArrowLeft:y-1,ArrowRight:y+1,Home:0,End:c.length-1}[e.key];if(t!==void 0){let e=Math.max(0,Math.min(c.length-1,t));u(e),(d.current?.children[e])?.focus()}else if(e.key===`Enter`||e.key===` `)o(c[y]);else return;e.preventDefault(),e.stopPropagation()},onPointerLeave:()=>a(null),children:c.map((n,s)=>B(`g`,{class:`chart-bar`,role:`button`,tabIndex:s===y?0:-1,"data-period":n,"aria-pressed":n===i,"aria-label":Zs(e,s,t,r.get(n)??0),onPointerEnter:()=>a(n),onFocus:()=>{u(s),a(n)},onBlur:()=>a(null),onClick:()=>o(n),children:[B(`rect`,{class:`chart-hit`,x:h+s*g,y:2,width:g,height:232}),B(Js,{stacks:e,index:s,x:h+(s+.12)*g,width:g*.76,y:_}),r.has(n)&&B(Xs,{x:h+(s+.5)*g,y:Ys(e,s,_),count:r.get(n)})]},n))})]})})}function qs(){return B(`defs`,{children:B(`pattern`,{id:`chart-hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[B(`rect`,{class:`chart-hatch-ground`,width:`6`,height:`6`}),B(`line`,{class:`chart-hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})})}function Js({stacks:e,index:t,x:n,width:r,y:i}){let[a,o]=[0n,0n];return B(S,{children:e.series.map((e,s)=>{let c=e.nano[t];if(c===0n)return null;let l=c>0n?a:o;c>0n?a+=c:o+=c;let[u,d]=[i(l),i(l+c)];return B(`rect`,{class:`chart-part ${Hs(e,s)}`,"data-key":e.key??``,x:n,y:Math.min(u,d),width:r,height:Math.abs(u-d)},e.key??``)})})}var Ys=({series:e},t,n)=>n(e.reduce((e,{nano:n})=>n[t]>0n?e+n[t]:e,0n));function Xs({x:e,y:t,count:n}){return B(`g`,{class:`chart-mark`,transform:`translate(${e} ${t-4})`,children:[B(`path`,{d:`M0 0l-5 -8h10z`}),n>1&&B(`text`,{x:`7`,y:`-1`,children:n})]})}function Zs({periods:e,series:t,totals:n},r,i,a){let o=e=>rr({currency:i,amount:sr(e)}),s=t.filter(({nano:e})=>e[r]!==0n).map(({key:e,nano:t})=>`${e===null?Vs.rest:Ai(e)} ${o(t[r])}`),c=a>0?[Vs.anomaliesOf(z(a))]:[];return[`${e[r]}: ${o(n[r])}`,...c,...s].join(`; `)}var Qs=R.cost;function $s(e,t){let n=e.columns.key.find(({key:e})=>e===t)?.value??[],r=new Map;return n.forEach((t,n)=>{t!==null&&t!==`~hidden`&&r.set(t,(r.get(t)??0n)+or(e.columns.cost[n]??`0`))}),[...r].filter(([,e])=>e!==0n).sort(([,e],[,t])=>e<t?1:e>t?-1:0).slice(0,8).map(([e])=>e)}function ec(e,t){let n=e.by[0],r={from:e.from,to:e.to,...$i(e,M.value)},i=Bi(n)?[]:$s(t,n),a=[...Qi(e.filters.filter(e=>e.dimension!==n)),...i.length?[{dimension:n,values:[...i]}]:[]],o=Bi(n)?[e.step]:[n,e.step];return{keys:i,variables:{input:{...r,by:o,filters:a},whole:{...r,by:[e.step]}}}}function tc({state:e,sums:t}){let n=t?ec(e,t):null,r=I(Ln,n?.variables??null,e=>({...F(e.whole),parts:F(e.parts)})),[i,a]=T(null),o=D(null),s=Qs.dimensions[e.by[0]],c=Qs.barsTitle(s,Qs.steps[e.step]),l=Qs.barsQuestion(s,e.from,e.to,e.filters.map(({dimension:e,value:t})=>`${Qs.dimensions[e]} ${Ai(t)}`)),u=e=>{let t=o.current?.querySelector(`svg.chart`),n=ni(r.data);t&&n&&ks(t,e,`cost-over-time`,l,n)},d=({columns:t,parts:r})=>Ms(r.columns,t,e.by[0],n?.keys??[],e.step,sa(e.step,e.from,e.to));return B(U,{title:c,lead:Qs.barsLead(t?.ledger.currency??``),answer:r,exportName:`cost-over-time`,exportTable:t=>ic(d(t),e.step),tools:B(S,{children:[B(ha,{state:e}),r.data&&B(`span`,{class:`export`,children:[B(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`svg`),children:R.picture.exportSvg}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>u(`png`),children:R.picture.exportPng})]})]}),children:n=>{let r=d(n),s=i??e.at;return B(`div`,{ref:o,children:[B(Gs,{stacks:r,currency:t?.ledger.currency??``,label:c,anomalies:new Map,chosen:e.at,onHover:a,onChoose:t=>P({at:t===e.at?void 0:t})}),B(nc,{state:e,stacks:r,period:s})]})}})}function nc({state:e,stacks:t,period:n}){let r=n===null?-1:t.periods.indexOf(n),i=({nano:e,total:t})=>sr(r<0?t:e[r]),a=sr(r<0?t.totals.reduce((e,t)=>e+t,0n):t.totals[r]),o=va([a,...t.series.map(i)]),[s,c]=r<0?[e.from,e.to]:ia(e.step,t.periods[r],e.from,e.to);return B(`div`,{class:`readout`,children:[B(`p`,{class:`readout-head`,children:[B(`strong`,{children:r<0?Qs.allPeriods:t.periods[r]}),` `,B(ya,{amount:a,places:o}),r>=0&&(s!==e.from||c!==e.to)&&B(`a`,{href:N(`cost`,{...fa(e),from:s,to:c}),children:Qs.onlyThis})]}),B(`ul`,{class:`legend-list`,children:t.series.map((t,n)=>B(`li`,{"data-key":t.key??``,children:[B(`svg`,{class:`swatch`,width:`12`,height:`12`,"aria-hidden":`true`,children:B(`rect`,{class:Hs(t,n),width:`12`,height:`12`,rx:`2`})}),t.key===null?B(`span`,{children:Qs.rest}):B(ji,{value:t.key,address:rc(e,t.key)}),B(ya,{amount:i(t),places:o})]},t.key??``))})]})}function rc(e,t){let n=ra(e,new Map([[e.by[0],t]]));return n?N(`cost`,{...fa(e),...n}):void 0}var ic=({periods:e,series:t},n)=>({columns:[n,`key`,`cost`],rows:e.flatMap((e,n)=>t.map(({key:t,nano:r})=>[e,t??`~rest`,sr(r[n])]))}),K=R.cost,ac=`reasoning`;function oc({columns:e},t){let n=t.map(t=>e.key.find(({key:e})=>e===t)?.value??[]),r=e.tokens.filter(({key:e})=>e!==ac);return e.cost.map((i,a)=>({key:new Map(t.map((e,t)=>[e,n[t][a]??``])),cost:i??`0`,estimate:e.estimate[a]??`0`,included:e.included[a]??`0`,basis:e.basis[a]??``,requests:e.requests[a]??0,tokens:r.reduce((e,{value:t})=>e+(t[a]??0),0)}))}var sc=({key:e})=>[...e.values()].join(` `),cc=e=>Number(or(e));function lc({state:e,answer:t}){let n=na(e.by,e.filters);return B(U,{title:K.rowsTitle(e.by.map(e=>K.dimensions[e]).join(` · `)),lead:n?K.opensTo(n.map(e=>K.dimensions[e]).join(`, `)):K.finest,answer:t,exportName:`cost`,exportTable:t=>({columns:[...e.by,`cost`,`estimate`,`included`,`currency`,`basis`,`requests`,`tokens`],rows:oc(t,e.by).map(e=>[...e.key.values(),e.cost,e.estimate,e.included,t.ledger.currency,e.basis,e.requests,e.tokens])}),summary:e=>ir(e.ledger),children:t=>B(uc,{state:e,sums:t})})}function uc({state:e,sums:t}){let n=oc(t,e.by),r=n.reduce((e,{cost:t})=>e+or(t),0n),i=or(t.ledger.amount)-r,a={cost:va([...n.map(({cost:e})=>e),sr(r)]),estimate:va([...n.map(({estimate:e})=>e),t.estimateValue.amount]),included:va([...n.map(({included:e})=>e),t.includedValue.amount])},o=e=>({key:e,title:K.amounts[e],cell:t=>B(ya,{amount:t[e],places:a[e]}),sort:t=>cc(t[e]),align:`end`,wide:e!==`cost`}),s=[...e.by.map((t,n)=>({key:t,title:K.dimensions[t],cell:r=>{let i=n===0?ra(e,r.key):null;return B(ji,{value:r.key.get(t),address:i?N(`cost`,{...fa(e),...i}):void 0})},sort:e=>e.key.get(t)})),o(`cost`),o(`estimate`),o(`included`),{key:`basis`,title:K.basis,cell:({basis:e})=>B(`span`,{class:`muted small`,children:K.bases[e]??e}),sort:({basis:e})=>e,wide:!0},{key:`requests`,title:K.requests,cell:({requests:e})=>z(e),sort:({requests:e})=>e,align:`end`,wide:!0},{key:`tokens`,title:K.tokens,cell:({tokens:e})=>z(e),sort:({tokens:e})=>e,align:`end`,wide:!0}];return B(S,{children:[B(V,{caption:K.rowsTitle(K.dimensions[e.by[0]]),rows:n,rowKey:sc,columns:s,empty:K.noRows,footer:{[e.by[0]]:K.sumOfRows,cost:B(ya,{amount:sr(r),places:a.cost}),estimate:B(ya,{amount:t.estimateValue.amount,places:a.estimate}),included:B(ya,{amount:t.includedValue.amount,places:a.included})}}),B(`p`,{class:`table-foot`,children:i===0n?K.rowsAreLedger:K.rowsAndBuckets(rr({currency:t.ledger.currency,amount:sr(i)}))})]})}var q=R.cost,dc=[`~unattributed`,`~shared`,Fi],fc=[`seat`,`variance`,`tax`,`credit`,`other`];function pc(e,t,n){let r=e.columns.key.find(({key:e})=>e===t.by[0])?.value??[],i=new Map(dc.map(e=>[e,0n])),a=new Set,o=0n;e.columns.cost.forEach((e,t)=>{let[n,s]=[r[t]??``,or(e??`0`)];Oi(n)?i.set(n,(i.get(n)??0n)+s):(o+=s,a.add(n))});let s=t.filters.filter(({dimension:e})=>e!==t.by[0]).map(Yi),c=new Map(fc.map(e=>[e,0n]));for(let{key:t,value:n}of e.buckets)c.set(t,or(n.amount));return[{name:`named`,label:q.named(z(a.size),q.dimensions[t.by[0]]),nano:o},...[...i].map(([e,r])=>({name:e,label:ki(e),nano:r,...r!==0n&&e!==`~hidden`?{address:n({filter:[...s,`${t.by[0]}=${e}`]})}:{}})),...[...c].map(([e,t])=>({name:e,label:q.buckets[e]??e,nano:t,...e===`variance`&&t!==0n?{address:n({show:`bill`})}:{}}))]}function mc({sums:e,state:t,address:n}){let r=pc(e,t,n),i=r.reduce((e,{nano:t})=>e+t,0n),a=i===or(e.ledger.amount),o=va([...r.map(({nano:e})=>sr(e)),e.ledger.amount,e.estimateValue.amount,e.includedValue.amount]),s=sr(e.overlaps.filter(({cost:t})=>t.currency===e.ledger.currency).reduce((e,{cost:t})=>e+or(t.amount),0n));return B(`div`,{class:`sheet`,children:[B(`table`,{class:`sheet-table`,children:[B(`caption`,{class:`visually-hidden`,children:q.sheet}),B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:q.inLedger}),B(`th`,{scope:`col`,class:`end`,children:e.ledger.currency})]})}),B(`tbody`,{children:r.map(({name:e,label:t,nano:n,address:r})=>B(`tr`,{"data-part":e,children:[B(`th`,{scope:`row`,children:r?B(`a`,{href:r,children:t}):t}),B(`td`,{class:`end`,children:B(ya,{amount:sr(n),places:o})})]},e))}),B(`tfoot`,{children:B(`tr`,{"data-part":`ledger`,children:[B(`th`,{scope:`row`,children:q.ledger}),B(`td`,{class:`end`,children:B(ya,{amount:e.ledger.amount,places:o})})]})})]}),B(`p`,{class:a?`sheet-proof`:`problem`,role:a?void 0:`alert`,children:a?q.addsUp:q.addsUpNot(sr(or(e.ledger.amount)-i))}),B(`table`,{class:`sheet-table`,children:[B(`caption`,{class:`visually-hidden`,children:q.beside}),B(`thead`,{children:B(`tr`,{children:[B(`th`,{scope:`col`,children:q.beside}),B(`th`,{scope:`col`})]})}),B(`tbody`,{children:[B(hc,{name:`estimate`,label:q.estimateValue,amount:e.estimateValue.amount,places:o}),B(hc,{name:`included`,label:q.includedValue,amount:e.includedValue.amount,places:o}),B(`tr`,{"data-part":`overlaps`,children:[B(`th`,{scope:`row`,children:e.overlaps.length?B(`a`,{href:n({show:`bill`}),children:q.overlapsOf(z(e.overlaps.length))}):q.overlapsOf(`0`)}),B(`td`,{class:`end`,children:B(ya,{amount:s,places:o})})]}),B(`tr`,{"data-part":`unpriced`,children:[B(`th`,{scope:`row`,children:q.unpriced}),B(`td`,{class:`end`,children:q.rows(z(e.unpricedRows))})]}),e.droppedBuckets.map(({key:e,value:t})=>B(hc,{name:`dropped-${e}`,label:q.dropped(q.buckets[e]??e),amount:t.amount,places:o},e)),e.leftOut.map(({currency:e,amount:t})=>B(`tr`,{"data-part":`left-out-${e}`,children:[B(`th`,{scope:`row`,children:B(`a`,{href:n({currency:e}),children:q.leftOut(e)})}),B(`td`,{class:`end`,children:B(ya,{amount:t,places:o})})]},e))]})]}),e.rates.map(({key:t,value:n})=>B(`p`,{class:`muted small`,children:q.rate(t,String(n),e.ledger.currency)},t)),e.droppedBuckets.length>0&&B(`p`,{class:`muted small`,children:q.droppedWhy})]})}function hc({name:e,label:t,amount:n,places:r}){return B(`tr`,{"data-part":e,children:[B(`th`,{scope:`row`,children:t}),B(`td`,{class:`end`,children:B(ya,{amount:n,places:r})})]})}var gc=R.cost;function _c(){let e=Zi(j.value.params,M.value);return B(S,{children:[B(`h1`,{children:gc.title}),B(`p`,{class:`lead`,children:gc.lead}),B(da,{state:e}),B(vc,{state:e})]})}function vc({state:e}){let t=I(In,{input:{by:[...e.by],from:e.from,to:e.to,...$i(e,M.value)}},e=>F(e.costAttribution)),n=t=>N(`cost`,{...fa(e),...t});return B(`div`,{class:`cost`,children:[B(U,{title:gc.sums,lead:gc.sumsLead(e.from,e.to),answer:t,class:`cost-sheet`,exportName:`cost-sums`,children:t=>B(mc,{sums:t,state:e,address:n})}),B(`div`,{class:`cost-main`,children:[B(tc,{state:e,sums:t.data}),B(lc,{state:e,answer:t})]})]})}var yc=100,bc=7,xc=[1,7,30,90],J=R.changes;function Sc(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var Cc=({isOpened:e})=>B(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[B(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?J.opened:J.closed]}),wc={key:`change`,title:J.change,cell:({isOpened:e})=>B(Cc,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},Tc=[{key:`claimedBy`,title:J.claimedBy,cell:({claimedBy:e})=>e??R.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:J.run,cell:({run:e})=>e??R.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:J.at,cell:({at:e})=>mr(e),sort:({at:e})=>e,wide:!0}],Ec=[wc,{key:`source`,title:J.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`kind`,title:J.kind,cell:({kind:e})=>B(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:J.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:J.permission,cell:({permission:e})=>e&&B(Hr,{permission:e}),wide:!0},...Tc],Dc=[wc,{key:`root`,title:J.root,cell:({root:e})=>B(H,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:J.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:J.permission,cell:({permission:e})=>B(Hr,{permission:e}),wide:!0},{key:`hops`,title:J.hops,cell:({hops:e})=>z(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:J.reasons,cell:({reasons:e})=>B(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function Oc({title:e,total:t,children:n}){return B(`section`,{class:`part`,children:[B(`h3`,{children:[e,` `,B(`span`,{class:`muted`,children:z(t)})]}),n]})}function kc(){let e=_r(M.value),t=rn(`from`)??br(vr(e,bc)),n=rn(`of`),r=I(Fn,{input:{from:t,asOf:M.value??null,of:n??null},first:yc},e=>F(e.changes));return B(S,{children:[B(`h1`,{children:J.title}),B(`p`,{class:`lead`,children:J.lead}),B(`div`,{class:`search-form`,role:`group`,"aria-label":J.from,children:[xc.map(n=>{let r=br(vr(e,n));return B(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>P({from:r}),children:J.days(n)},n)}),n&&B(S,{children:[B(H,{id:n}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>P({of:void 0}),children:J.clearOf})]})]}),B(U,{title:r.data?`${mr(r.data.from)} → ${mr(r.data.to)}`:J.title,answer:r,exportName:`changes`,candidateHref:e=>N(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:Sc(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>J.summary(z(e.opened.totalCount),z(e.closed.totalCount)),children:e=>B(Ac,{data:e,from:t})})]})}function Ac({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return B(S,{children:[B(Oc,{title:J.orphaned,total:s,children:B(V,{caption:J.orphaned,columns:Dc,rows:Sc(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:J.nothing})}),B(Oc,{title:J.reach,total:o.totalCount,children:B(V,{caption:J.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:J.nothing,columns:[{key:`who`,title:J.root,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:N(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:R.home.gained,cell:({gained:e})=>`+${z(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:R.home.lost,cell:({lost:e})=>`−${z(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:R.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${fr(e)} → ${fr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),B(Oc,{title:J.edges,total:c,children:B(V,{caption:J.edges,columns:Ec,rows:Sc(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:J.nothing})}),B(Oc,{title:J.permissions,total:r.totalCount,children:B(V,{caption:J.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:J.nothing,columns:[{key:`source`,title:J.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`target`,title:J.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`before`,title:J.before,cell:({before:e})=>B(Hr,{permission:e})},{key:`after`,title:J.after,cell:({after:e})=>B(Hr,{permission:e})},...Tc]})}),B(Oc,{title:J.properties,total:i.totalCount,children:B(V,{caption:J.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:J.nothing,columns:[{key:`id`,title:J.of,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`property`,title:J.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:J.before,cell:({before:e})=>e??R.unknown},{key:`after`,title:J.after,cell:({after:e})=>e??R.unknown},...Tc]})})]})}var jc=R.query,Mc=/^query (\w+)/,Nc=Object.values(bn).filter(e=>e instanceof L).map(e=>e.toString().trim()).filter(e=>Mc.test(e)).map(e=>({name:Mc.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function Pc(){return B(S,{children:[B(`h1`,{children:jc.title}),B(`p`,{class:`lead`,children:jc.lead}),B(`p`,{class:`search-form`,children:[B(`a`,{href:`graphiql`,children:jc.graphiql}),B(`a`,{href:`schema.graphql`,children:jc.schema})]}),B(`section`,{class:`panel`,"aria-label":jc.documents,children:[B(`header`,{class:`panel-head`,children:B(`h2`,{children:jc.documents})}),Nc.map(({name:e,document:t})=>B(`details`,{class:`document`,children:[B(`summary`,{children:e}),B(`div`,{class:`query-box`,children:B(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}function Fc({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),B(`aside`,{class:`evidence`,"aria-label":R.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.parts.evidence}),B(`button`,{type:`button`,class:`quiet`,onClick:t,children:R.parts.close})]}),B(`ol`,{class:`evidence-list`,children:e.map(e=>B(`li`,{children:[B(`p`,{class:`evidence-edge`,children:[B(H,{id:e.source,name:e.sourceName}),B(`code`,{children:e.kind}),B(H,{id:e.target,name:e.targetName})]}),B(`dl`,{class:`facts`,children:[e.permission&&B(S,{children:[B(`dt`,{children:R.parts.permission}),B(`dd`,{children:B(Hr,{permission:e.permission})})]}),B(`dt`,{children:R.parts.claimedBy}),B(`dd`,{children:e.claimedBy}),B(`dt`,{children:R.parts.since}),B(`dd`,{children:mr(e.since)}),e.lastUsed!==void 0&&B(S,{children:[B(`dt`,{children:R.parts.lastUsed}),B(`dd`,{children:hr(e.lastUsed)})]}),B(`dt`,{children:R.parts.statement}),B(`dd`,{children:e.evidence?B(`code`,{class:`statement`,children:e.evidence}):R.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var Ic={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function Lc(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&Ic[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var Rc=8,zc=120;function Bc({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),zc);return()=>clearTimeout(e)},[i]);let f=I(Qn,o?{input:Lc(o,M.value),first:Rc}:null,e=>F(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return B(`div`,{class:`search node-field`,children:[B(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${R.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),B(`div`,{class:`suggestions`,hidden:!g,children:[B(`ul`,{role:`listbox`,id:r,"aria-label":R.field.suggestions,children:p.map((e,t)=>B(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&B(`p`,{class:`suggestions-foot`,children:R.field.noMatch})]})]})}var Y=R.picture,Vc=R.permissions,Hc=R.sensitivities,Uc=e=>Y.edges[e]??e;function Wc(e){return e.role===`fold`?Y.fold(z(e.members.length),Y.pluralKinds[e.kind]??zr(e.kind)):e.name}function Gc(e,t){return t&&(e.role===`fold`?Y.upTo(t.toLowerCase()):t)}function Kc(e){let t=e.permission===null?void 0:Vc[e.permission],n=e.sensitivity===null?void 0:Hc[e.sensitivity],r=[Gc(e,t),Gc(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return Y.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=Fr(e.id);return e.role===`fold`||i===``?zr(e.kind):`${zr(e.kind)} · ${i}`}function qc(e){return[Wc(e),e.role===`fold`?void 0:`${zr(e.kind)} ${Fr(e.id)}`.trim(),e.role===`between`?Y.onTheWay:void 0,e.permission===null?void 0:Gc(e,Vc[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?Y.assumed:void 0,e.sensitivity===null?void 0:Gc(e,Hc[e.sensitivity]),e.exercised===null?void 0:R.uses[e.exercised],e.role===`fold`?Y.opensFold:void 0].filter(Boolean).join(`, `)}function Jc(e,t,n){return[`${Wc(t)} ${Uc(e.kind)} ${Wc(n)}`,e.permission===null?void 0:Vc[e.permission],e.exercised===null?void 0:R.uses[e.exercised],Y.claims(e.evidence.length)].filter(Boolean).join(`, `)}function Yc(e){return{roleDescription:Y.roleDescription,zoom:Y.zoom,zoomIn:Y.zoomIn,zoomOut:Y.zoomOut,fit:Y.fit,hop:(t,n)=>e(t,z(n)),title:Wc,subtitle:Kc,describeNode:qc,describeEdge:Jc,edge:Uc}}var Xc=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],Zc=[1,2,3,4,5,6,8,10],X=R.reach;function Qc({filters:e}){return B(`form`,{class:`filters`,"aria-label":X.filters,onSubmit:e=>e.preventDefault(),children:[B(tl,{label:X.kinds,name:`kind`,value:e.kinds[0]??``,empty:X.anyKind,options:Object.entries(R.kinds)}),B(tl,{label:X.minPermission,name:`minPermission`,value:e.minPermission??``,empty:X.anyPermission,options:Object.entries(R.permissions)}),B(tl,{label:X.use,name:`use`,value:e.uses[0]??``,empty:X.anyUse,options:Object.entries(R.uses)}),B(el,{filters:e})]})}function $c({filters:e,children:t}){return B(`form`,{class:`filters`,"aria-label":X.filters,onSubmit:e=>e.preventDefault(),children:[t,B(el,{filters:e})]})}function el({filters:e}){let t=Xc.map(e=>[e,zr(e)]),n=e.via&&!Xc.includes(e.via)?[[e.via,e.via]]:[];return B(S,{children:[B(tl,{label:X.via,name:`via`,value:e.via??``,empty:X.anyVia,options:[...n,...t]}),B(tl,{label:X.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:X.bases.EITHER??``,options:Object.entries(X.bases).filter(([e])=>e!==`EITHER`)}),B(tl,{label:X.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:X.anyHops,options:Zc.map(e=>[String(e),X.upToHops(e)])})]})}function tl({label:e,name:t,value:n,empty:r,options:i}){return B(`label`,{class:n===``?`choice`:`choice is-set`,children:[B(`span`,{children:e}),B(`select`,{value:n,onChange:e=>P({[t]:e.currentTarget.value}),children:[B(`option`,{value:``,children:r}),i.map(([e,t])=>B(`option`,{value:e,children:t},e))]})]})}var nl=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],rl=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],il=[`GRANTED`,`OBSERVED`,`EITHER`],al=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function ol(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>nl.includes(e)),minPermission:n(rl,t(`minPermission`)),basis:n(il,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>al.includes(e))}}function sl(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function cl(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function ll(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var Z=R.paths,ul=[1,3,5,10,20,50],dl=10,fl=`all`,pl=Yc((e,t)=>R.picture.step(e,t));function ml(){let[e,t]=[rn(`from`),rn(`to`)],n=ol(j.value.params),r=Number(rn(`k`)??dl),i=ul.includes(r)?r:dl,a=sl({...n,kinds:[],minPermission:null},M.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=I(Yn,o,e=>F(e.accessPaths));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:Z.title}),B(`p`,{class:`lead`,children:Z.lead}),B(`div`,{class:`subject`,children:[B(hl,{name:`from`,label:Z.from,id:e}),B(`button`,{type:`button`,onClick:()=>P({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[B(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,Z.swap]}),B(hl,{name:`to`,label:Z.to,id:t})]}),o&&B(S,{children:[B($c,{filters:n,children:B(tl,{label:Z.k,name:`k`,value:i===dl?``:String(i),empty:String(dl),options:ul.filter(e=>e!==dl).map(e=>[String(e),String(e)])})}),B(U,{title:Z.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>vl(e.nodes),summary:({total:e})=>Z.found(z(e)),children:e=>B(gl,{data:e,subject:JSON.stringify(o)})})]})]})}function hl({name:e,label:t,id:n}){return B(`span`,{class:`path-end`,children:[B(`span`,{class:`path-end-label`,children:t}),n&&B(H,{id:n}),B(Bc,{label:t,onChoose:t=>P({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function gl({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>Ga(e.from,e.to,n),[e]),c=rn(`path`)??`0`,l=c===fl?fl:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return B(`p`,{class:`empty`,children:Z.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return B(S,{children:[B(`p`,{class:`path-count`,children:[B(`b`,{children:Z.found(z(e.total))}),` `,B(`a`,{href:N(`changes`,{of:e.from}),children:Z.changes})]}),B(`div`,{class:`path-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":R.reach.picture,children:B(xs,{graph:s,words:pl,title:Z.title,subject:t,direction:`out`,selected:r??rn(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),P({row:t?void 0:e??void 0},!0)},focused:l===fl?null:l,onFocus:e=>e===null&&P({path:fl}),provenance:e,exportName:`paths`})}),B(`ol`,{class:`paths`,"aria-label":R.reach.list,children:n.map((e,t)=>B(_l,{path:e,isShown:String(t)===l,onShow:()=>P({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&B(`div`,{class:`reach-evidence`,children:B(Fc,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function _l({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=ll(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return B(`li`,{class:t?`path is-shown`:`path`,children:[B(`p`,{class:`path-head`,children:[B(`b`,{children:Z.hops(e.hops)}),` `,B(Hr,{permission:e.permission}),e.permission&&!e.permissionKnown&&B(`sup`,{title:R.reach.permissionAssumed,children:`?`}),B(`span`,{class:`muted small`,title:o?`${Z.latestEdge}: ${o.edge.sourceName} ${Uc(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?Z.heldSince(mr(o.at)):Z.heldSinceUnknown})]}),B(`p`,{class:`path-sentence`,children:e.sentence}),B(`p`,{class:`path-tools`,children:[B(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:Z.focusPath}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?Z.copied:Z.copy}),B(`button`,{type:`button`,class:`quiet`,onClick:r,children:Z.evidence})]})]})}function vl(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,ll(e.edges)?.at??null])}}var Q=R.reach;function yl(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??xl,a=O(()=>cl(i,e.filters.uses),[i,e.filters.uses.join()]),o=Sl(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>Ua(l,a,n),[a,u]),f=rn(`row`)??null,p=rn(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),P({row:t?void 0:e??void 0},!0)},h=Tl(d,a,f,s);return B(S,{children:[B(U,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>kl(a),summary:({total:e})=>Q.summary(z(e)),candidateHref:t=>N(e.exportName,{[e.endParam]:t}),children:r=>B(S,{children:[B(Al,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&B(`p`,{class:`muted small`,children:Q.usedAmong(z(a.length),z(i.length))}),t.more!==null&&B(`p`,{class:`muted small`,children:[Q.some(z(i.length),z(r.total)),` `,B(`button`,{type:`button`,onClick:t.more,children:R.more})]}),t.rows===null?B(`p`,{class:`asking`,children:R.loading}):B(`div`,{class:`reach-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":Q.picture,children:B(xs,{graph:d,words:n===`out`?Cl:wl(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>P({focus:e??void 0}),provenance:r,exportName:e.exportName})}),B(`section`,{class:`reach-list`,"aria-label":Q.list,children:B(V,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?Dl:Ol,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Q.nothingFits})})]})]})}),h.length>0&&B(`div`,{class:`reach-evidence`,children:[B(Fc,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&B(`p`,{class:`reach-next`,children:B(`a`,{href:e.pathsHref(l[0],f),children:Q.whatIfGone})})]})]})}var bl=50,xl=[];function Sl(e){let[t,n]=T(xl);return E(()=>{if(e.length<=bl)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,bl),[t,e])}var Cl=Yc(R.picture.hop);function wl(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return Yc((e,n)=>R.picture.hopTo(t-e,n))}function Tl(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(El)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...El(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(El)).slice(0,50)}var El=e=>e,Dl=[{key:`name`,title:Q.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Q.permission,cell:({permission:e,permissionKnown:t})=>B(`span`,{title:e&&!t?Q.permissionAssumed:void 0,children:[B(Hr,{permission:e}),e&&!t&&B(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Q.sensitivity,cell:({sensitivity:e})=>B(Ur,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Q.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Q.used,cell:({exercised:e})=>R.uses[e],sort:({exercised:e})=>R.uses[e]},{key:`lastUsed`,title:Q.lastUsed,cell:({lastUsed:e})=>hr(e),sort:({lastUsed:e})=>e,wide:!0}],Ol=Dl.filter(({key:e})=>e!==`sensitivity`);function kl(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function Al({totals:e,facts:t,direction:n}){return B(`dl`,{class:`totals`,children:[B(Nl,{title:n===`out`?Q.reached:Q.reachedBy,children:B(`b`,{class:`total-number`,children:z(e.total)})}),t,B(Nl,{title:Q.byKind,children:e.byKind.map(({key:e,value:t})=>B(`a`,{class:`count`,href:N(n===`out`?`blast-radius`:`exposure`,jl(e)),children:[z(t),` `,t===1?zr(e).toLowerCase():R.picture.pluralKinds[e]??zr(e)]},e))}),e.bySensitivity.length>0&&B(Nl,{title:Q.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(Ur,{sensitivity:e})]},e))}),e.byPermission.length>0&&B(Nl,{title:Q.byPermission,children:e.byPermission.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(Hr,{permission:e})]},e))})]})}function jl(e){return{start:Ml(`start`),target:Ml(`target`),kind:e}}var Ml=e=>rn(e);function Nl({title:e,children:t}){return B(`div`,{class:`total`,children:[B(`dt`,{children:e}),B(`dd`,{children:t})]})}var Pl=2e3;function Fl(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:Pl}),s=a.of===i?a.rows:Pl,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return Il(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||pn(e)||l({of:i,answer:{state:`failed`,question:r,problem:vn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+Pl}):null}}async function Il(e,t,n,r,i,a){let o=n(await hn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await hn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var Ll=R.reach;function Rl(){let e=an(`start`),t=ol(j.value.params),n=Fl(Xn,e.length>0?{input:{start:[...e],...sl(t,M.value)},first:200}:null,e=>F(e.blastRadius));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:Ll.blastRadius}),B(`p`,{class:`lead`,children:e.length>0?Ll.blastRadiusLead:Ll.chooseStart}),B(`div`,{class:`subject`,children:[e.map(t=>B(`span`,{class:`subject-node`,children:[B(H,{id:t}),B(`button`,{type:`button`,class:`quiet`,"aria-label":Ll.remove(t),onClick:()=>P({start:e.filter(e=>e!==t)}),children:`×`})]},t)),B(Bc,{label:e.length>0?Ll.addStart:Ll.start,onChoose:t=>P({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&B(S,{children:[B(Qc,{filters:t}),B(yl,{title:Ll.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>N(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>B(S,{children:[B(Nl,{title:Ll.score,children:fr(e)}),B(Nl,{title:Ll.share,children:dr(t)}),B(Nl,{title:Ll.spend,children:B(`span`,{title:n?ir(n):void 0,children:rr(n)})})]})})]})]})}var zl=R.reach;function Bl(){let e=rn(`target`),t=ol(j.value.params),n=Fl(Zn,e?{input:{target:e,...sl(t,M.value)},first:200}:null,e=>F(e.exposure));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:zl.exposure}),B(`p`,{class:`lead`,children:e?zl.exposureLead:zl.chooseTarget}),B(`div`,{class:`subject`,children:[e&&B(H,{id:e}),B(Bc,{label:zl.target,onChoose:e=>P({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&B(S,{children:[B(Qc,{filters:t}),B(yl,{title:zl.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>N(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var Vl=`remit.recent`,Hl=20,Ul=[`start`,`target`,`from`,`node`,`of`];function Wl(){try{let e=JSON.parse(localStorage.getItem(Vl)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,Hl):[]}catch{return[]}}var Gl=gt(Wl()),Kl=({params:e})=>Ul.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function ql(e){if(!Kl(e))return;let t=$t(e);Gl.value=[t,...Gl.value.filter(e=>e!==t)].slice(0,Hl),localStorage.setItem(Vl,JSON.stringify(Gl.value))}function Jl(){Gl.value=[],localStorage.removeItem(Vl)}var Yl=()=>Gl.value.map(Qt),Xl=[{key:`name`,title:R.search.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:R.search.kind,cell:({kind:e})=>zr(e),sort:({kind:e})=>zr(e)},{key:`source`,title:R.search.source,cell:({id:e})=>Fr(e),sort:({id:e})=>Fr(e),wide:!0},{key:`id`,title:R.search.id,cell:({id:e})=>B(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:R.search.actions,cell:({id:e})=>B(`span`,{class:`actions`,children:[B(`a`,{href:N(`blast-radius`,{start:e}),children:R.search.blastRadius}),B(`a`,{href:N(`exposure`,{target:e}),children:R.search.exposure})]})}];function Zl(){let e=rn(`text`)??``,t=an(`kind`),n=e?{input:Lc(e,M.value,t),first:100}:null,[r,i]=yn(Qn,n,e=>F(e.search),({nodes:e})=>e);return B(S,{children:[B(`h1`,{children:R.search.title}),B(`p`,{class:`lead`,children:R.search.lead}),B(`div`,{class:`search-form`,children:[B(`input`,{type:`text`,"aria-label":R.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>P({text:e.currentTarget.value},!0)}),B(`select`,{"aria-label":R.search.kind,value:t[0]??``,onChange:e=>P({kind:e.currentTarget.value}),children:[B(`option`,{value:``,children:R.search.allKinds}),Object.entries(R.kinds).map(([e,t])=>B(`option`,{value:e,children:t},e))]})]}),n?B(U,{title:R.search.matches(r.data?z(r.data.total):R.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>R.search.matches(z(e)),children:({total:e})=>B(V,{caption:R.search.title,columns:Xl,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Wr(e);nn(t,{[n]:e})}})}):B(Ql,{})]})}function Ql(){let e=Yl();return B(`section`,{class:`panel`,"aria-label":R.search.recent,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.search.recent}),e.length>0&&B(`button`,{type:`button`,class:`quiet`,onClick:Jl,children:R.search.forget})]}),e.length===0&&B(`p`,{class:`empty`,children:R.search.noRecent}),B(`ul`,{class:`plain-list recent`,children:e.map(e=>B(`li`,{children:[B(`span`,{children:nr(e.view)}),B(H,{id:Kl(e),href:$t(e)})]},$t(e)))})]})}var $=R.sources;function $l({reasons:e}){return B(S,{children:e.map(({code:e,detail:t})=>B(`p`,{class:`small`,children:[B(`code`,{children:e}),` `,t]},e+t))})}var eu=({state:e})=>B(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function tu({scopes:e}){return B(`details`,{children:[B(`summary`,{children:$.scopes(z(e.length))}),B(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>B(`li`,{children:[B(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var nu=[{key:`source`,title:$.source,cell:({source:e})=>B(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:$.state,cell:({state:e})=>B(eu,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:$.lastRun,cell:({lastRun:e})=>mr(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:$.age,align:`end`,cell:e=>B(S,{children:[gr(e.ageS),` `,ci(e)&&B(`span`,{class:`tag tag-warn`,children:$.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:$.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?B(`span`,{class:`muted`,children:$.notPromised}):gr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:$.covers,cell:({scopes:e})=>B(tu,{scopes:e}),wide:!0},{key:`why`,title:$.why,cell:({reasons:e})=>B($l,{reasons:e}),wide:!0}],ru=e=>e.map(({key:e,value:t})=>`${e} ${z(t)}`).join(`, `)||R.unknown,iu=[{key:`run`,title:$.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:$.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:$.observed,cell:({observedAt:e})=>mr(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:$.state,cell:({state:e})=>B(eu,{state:e}),sort:({state:e})=>e},{key:`added`,title:$.added,cell:({counts:e})=>B(`span`,{class:`small`,children:ru(e.added)}),wide:!0},{key:`retired`,title:$.retired,cell:({counts:e})=>B(`span`,{class:`small`,children:ru(e.retired)}),wide:!0},{key:`held`,title:$.held,cell:({counts:e})=>B(`span`,{class:`small`,children:ru(e.held)}),wide:!0},{key:`why`,title:$.why,cell:({reasons:e})=>B($l,{reasons:e}),wide:!0}];function au(){let e=I($n,{},({status:e})=>e),t=rn(`source`);return B(S,{children:[B(`h1`,{children:$.title}),B(`p`,{class:`lead`,children:$.lead}),B(U,{title:$.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>B(V,{caption:$.title,columns:nu,rows:e,rowKey:({source:e})=>e,selected:t})}),B(U,{title:$.runs,lead:$.runsLead,answer:e,children:({runs:e})=>B(V,{caption:$.runs,columns:iu,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var ou=R.unresolved;function su({command:e}){let[t,n]=T(!1);if(!e)return B(`span`,{class:`muted`,children:R.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return B(`span`,{class:`command`,children:[B(`code`,{children:e}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?ou.copied:ou.copy})]})}var cu=[{key:`kind`,title:ou.kind,cell:({kind:e})=>ou.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:ou.subject,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:ou.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:ou.candidates,wide:!0,cell:({candidates:e})=>B(S,{children:e.map(e=>B(`p`,{children:B(H,{id:e})},e))})},{key:`command`,title:ou.command,cell:({command:e})=>B(su,{command:e})}];function lu(){let[e,t]=yn(tr,{input:{asOf:M.value??null},first:100},e=>F(e.unresolved),({rows:e})=>e);return B(S,{children:[B(`h1`,{children:ou.title}),B(`p`,{class:`lead`,children:ou.lead}),B(U,{title:e.data?`${ou.title}: ${z(e.data.total)}`:ou.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>z(e),children:({total:e})=>B(V,{caption:ou.title,columns:cu,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:ou.none})})]})}var uu=[`ask`],du=[{name:`home`,component:mi,key:`h`,rights:uu,isListed:!0},{name:`blast-radius`,component:Rl,key:`b`,rights:uu,isListed:!0},{name:`exposure`,component:Bl,key:`e`,rights:uu,isListed:!0},{name:`paths`,component:ml,key:`p`,rights:uu,isListed:!0},{name:`search`,component:Zl,key:`/`,rights:uu,isListed:!1},{name:`cost`,component:_c,key:`c`,rights:uu,isListed:!0},{name:`changes`,component:kc,key:`d`,rights:uu,isListed:!0},{name:`unresolved`,component:lu,key:`l`,rights:uu,isListed:!0},{name:`sources`,component:au,key:`s`,rights:uu,isListed:!0},{name:`query`,component:Pc,key:`q`,rights:uu,isListed:!0}],fu=`remit.theme`,pu=[`auto`,`light`,`dark`],mu=localStorage.getItem(fu),hu=gt(pu.find(e=>e===mu)??`auto`);function gu(){document.documentElement.dataset.theme=hu.value}function _u(){hu.value=pu[(pu.indexOf(hu.value)+1)%pu.length],localStorage.setItem(fu,hu.value),gu()}var vu=1500,yu=`search-box`,bu=gt(!1),xu=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Su(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}var Cu=-1/0;function wu(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){bu.value=!1,xu(e.target)&&e.target.blur();return}if(xu(e.target))return;let t=performance.now()-Cu<vu;if(Cu=-1/0,t){let t=du.find(({key:t,rights:n})=>t===e.key&&Ht(...n));t&&(e.preventDefault(),nn(t.name));return}let n={"/":()=>document.getElementById(yu)?.focus(),g:()=>{Cu=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:_u,"?":()=>{bu.value=!bu.value},j:Su,k:Su}[e.key];n&&(e.preventDefault(),n())}var Tu=()=>document.addEventListener(`keydown`,wu),Eu=8,Du=120;function Ou(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),Du);return()=>clearTimeout(t)},[e]);let l=I(Qn,n?{input:Lc(n,M.value),first:Eu}:null,e=>F(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&ti(R.search.matches(z(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Wr(n.id);nn(e,{[t]:n.id})}else nn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${yu}-list`;return B(`search`,{class:`search`,children:[B(`input`,{ref:c,id:yu,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":R.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:R.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),B(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),B(`div`,{class:`suggestions`,hidden:!f,children:[B(`ul`,{role:`listbox`,id:g,"aria-label":R.shell.suggestions,children:u.map((e,t)=>B(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&B(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&B(`p`,{class:`suggestions-foot`,children:R.shell.noMatch}),d>u.length&&u.length>0&&B(`p`,{class:`suggestions-foot`,children:B(`a`,{href:N(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:R.shell.allMatches(z(d))})})]})]})}var ku={auto:`◐`,light:`○`,dark:`●`};function Au(){return B(`header`,{class:`top`,children:[B(`a`,{class:`product`,href:N(`home`),children:[B(ju,{}),R.product]}),B(Ou,{}),B(`div`,{class:`top-tools`,children:[B(`button`,{type:`button`,class:`quiet icon`,onClick:_u,title:R.shell.theme[hu.value],"aria-label":R.shell.theme[hu.value],children:B(`span`,{"aria-hidden":`true`,children:ku[hu.value]})}),B(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":bu.value,title:R.shell.help,"aria-label":R.shell.help,onClick:()=>bu.value=!bu.value,children:B(`span`,{"aria-hidden":`true`,children:`?`})}),Vt.value?.session&&B(`span`,{class:`session`,id:`session`,children:[B(`span`,{id:`who`,children:R.shell.signedInAs(Vt.value.name)}),B(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Wt(),children:R.shell.signOut})]})]})]})}function ju(){return B(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[B(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),B(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Mu(){return B(`nav`,{class:`views`,"aria-label":R.shell.navigation,children:B(`ul`,{children:du.filter(({isListed:e,rights:t})=>e&&Ht(...t)).map(({name:e,key:t})=>B(`li`,{children:B(`a`,{href:N(e),"aria-current":j.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:nr(e)})},e))})})}var Nu=[[`/`,R.keys.search],[`j`,R.keys.next],[`k`,R.keys.previous],[`Enter`,R.keys.open],[`u`,R.keys.undo],[`U`,R.keys.redo],[`t`,R.keys.theme],[`Esc`,R.keys.leave],[`?`,R.keys.help]];function Pu(){let e=D(null),t=bu.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),B(`dialog`,{ref:e,class:`help`,"aria-label":R.keys.title,onClose:()=>bu.value=!1,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.keys.title}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>bu.value=!1,children:R.shell.closeHelp})]}),B(`dl`,{class:`keys`,children:[Nu.map(([e,t])=>B(`div`,{children:[B(`dt`,{children:B(`kbd`,{children:e})}),B(`dd`,{children:t})]},e)),du.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ht(...n)).map(({name:e,key:t})=>B(`div`,{children:[B(`dt`,{children:[B(`kbd`,{children:`g`}),` `,B(`span`,{class:`visually-hidden`,children:R.keys.then}),` `,B(`kbd`,{children:t})]}),B(`dd`,{children:nr(e)})]},e))]})]})}function Fu(){let{value:e}=M,t=t=>P({asOf:br(vr(_r(e),-t))});return B(`span`,{class:`as-of ${e?`is-set`:``}`,children:[B(`label`,{for:`as-of`,children:R.asOfControl.label}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>t(-1),"aria-label":R.asOfControl.earlier,title:R.asOfControl.earlier,children:B(`span`,{"aria-hidden":`true`,children:`◂`})}),B(`input`,{id:`as-of`,type:`datetime-local`,value:e?br(_r(e)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);P({asOf:Number.isNaN(t.getTime())?void 0:br(t)})}}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>t(1),disabled:!e,"aria-label":R.asOfControl.later,title:R.asOfControl.later,children:B(`span`,{"aria-hidden":`true`,children:`▸`})}),e&&B(`button`,{type:`button`,class:`quiet`,onClick:()=>P({asOf:void 0}),children:R.shell.asOfClear})]})}var Iu=12;function Lu(){let{value:e}=ai;return B(`div`,{class:`strip`,id:`state`,children:[B(Ru,{}),e?.builtAt&&B(`a`,{class:li.value.length?`strip-late`:``,href:N(`sources`),children:li.value.length?B(S,{children:[B(`span`,{"aria-hidden":`true`,children:`▲ `}),R.shell.lateSources(li.value.length)]}):R.shell.sourcesOnTime(e.sources.length)}),B(Fu,{})]})}function Ru(){let{value:e}=ai;if(oi.value)return B(`span`,{class:`strip-late`,children:oi.value.code===`OFFLINE`?R.shell.offline:oi.value.message||R.shell.statusFailed});if(!e)return B(`span`,{children:R.loading});if(!e.builtAt)return B(`span`,{class:`strip-late`,children:R.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return B(S,{children:[B(`span`,{children:R.shell.generation(e.generation)}),B(`span`,{title:mr(e.builtAt),children:R.shell.built(gr(t))}),e.digest&&B(`span`,{title:e.digest,children:[R.shell.digest(``),B(`code`,{children:e.digest.slice(0,Iu)})]})]})}function zu(){let{view:e}=j.value,t=D(null),n=D(!0);return E(()=>{document.title=`${nr(e)} · ${R.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>ql(j.value),[j.value]),B(S,{children:[B(`a`,{class:`skip`,href:$t(j.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:R.shell.skip}),B(Au,{}),B(Mu,{}),B(Lu,{}),B(`main`,{ref:t,tabIndex:-1,children:Vt.value&&B(Bu,{name:e},`${e} ${si.value}`)}),B(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:ei.value}),B(Pu,{})]})}function Bu({name:e}){let t=du.find(t=>t.name===e);if(!t)return B(`section`,{class:`panel`,children:[B(`h1`,{children:R.notThere.title}),B(`p`,{children:R.notThere.lead}),B(`p`,{children:B(`a`,{href:N(`home`),children:R.notThere.home})})]});if(!Ht(...t.rights))return B(`p`,{class:`panel`,children:R.notAllowed});let n=t.component;return B(n,{})}gu(),on();var Vu=Kt();Vu&&!location.hash&&(location.hash=Vu),Tu(),Ut(),di(),Ae(B(zu,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,ti as n,T as o,B as r,O as s,Ho as t};
=======
}`),rr=new L(`
    query WhatIf($input: WhatIfInput!, $first: Int!) {
  whatIf(input: $input) {
    __typename
    ... on WhatIf {
      snapshot {
        ...SnapshotParts
      }
      completeness {
        ...CompletenessParts
      }
      freshness {
        ...FreshnessParts
      }
      removed {
        ...ChangedElementParts
      }
      added {
        ...ChangedElementParts
      }
      totalLost
      totalGained
      lostByUse {
        used
        indirect
        unused
        unknown
      }
      lost(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          left
          used
        }
      }
      gained(first: $first) {
        totalCount
        nodes {
          id
          target
          permission
          had
          used
        }
      }
      principals(first: $first) {
        totalCount
        nodes {
          id
          name
          dataSourcesBefore
          dataSourcesAfter
          scoreBefore
          scoreAfter
        }
      }
      orphanedPaths {
        closed {
          root
          target
          permission
        }
        opened {
          root
          target
          permission
        }
      }
      before {
        ...WhatIfTotalsParts
      }
      after {
        ...WhatIfTotalsParts
      }
      spendStopsPerMonth {
        ...MoneyParts
      }
      order {
        system
        action
        usedBy
        source
        target
        command
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
fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
fragment WhatIfTotalsParts on WhatIfTotals {
  dataSources
  score
  orphanedRoots
  orphanedPaths
  spendPerMonth {
    ...MoneyParts
  }
}`),R={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,earlier:`A day earlier`,later:`A day later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Nobody can say`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`It is counted under the principal that alone holds it.`,evidence:`Evidence`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,noRoutes:`No route starts here any more: it was seen in use in the last 30 days.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,result:`Before and after`,before:`Before`,after:`After`,difference:`Difference`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noGained:`Nobody gains anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,elements:`What becomes different`,becomes:`Becomes`,becomesWords:{added:`added`,ended:`ended`,gone:`gone`,departed:`departed`,suspended:`suspended`,revoked:`revoked`,disabled:`disabled`,renewed:`gets a new secret`},summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},ir=e=>R.views[e]??e;function ar(e){return e?`${e.currency} ${cr(sr(e.amount,2))}`:R.unknown}var or=e=>`${e.currency} ${e.amount}`;function sr(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function cr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function lr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var z=e=>cr(String(e)),ur=e=>`${Math.round(e*100)} %`,dr=e=>cr(String(Math.round(e*10)/10)),fr=864e5;function pr(e){if(!e)return R.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var mr=e=>e?e.slice(0,10):R.unknown;function hr(e){let t=[[86400,R.units.day],[3600,R.units.hour],[60,R.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return R.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function gr(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var _r=(e,t)=>new Date(e.getTime()-t*fr),vr=e=>e.toISOString().slice(0,10),yr=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),br=Symbol.for(`pv`),xr=0;Array.isArray;function B(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:br,__v:--xr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var Sr=200;function Cr(e,t){return e===t?0:e<t?-1:1}function wr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Cr(r(e),r(t))),...e.filter(e=>!a(e))]}function V(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(Sr),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>wr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return B(`p`,{class:`empty`,children:e.empty??R.parts.empty});let _=e.total??f.length;return B(`div`,{class:`table-box`,children:[B(`table`,{class:`data-table`,children:[B(`caption`,{class:`visually-hidden`,children:e.caption}),B(`thead`,{children:B(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>B(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?B(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:R.parts.sortBy(t),children:[t,B(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),B(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>B(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>B(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))})]}),_>p.length&&B(`p`,{class:`table-foot`,children:[i&&_>f.length?R.parts.sortedAmong(z(f.length),z(_)):R.parts.rowsOf(z(p.length),z(_)),(f.length>p.length||e.hasMore&&e.onMore)&&B(`button`,{type:`button`,onClick:()=>{l(c+Sr),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:R.more})]})]})}var Tr=200,Er=gt(new Map),Dr=new Set,Or=0;function kr(e,t){let n=t??Er.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(Dr.add(e),Or||=window.setTimeout(Ar))},[e,n]),n||jr(e)}async function Ar(){Or=0;let e=[...Dr].slice(0,Tr);Dr.clear();try{let{nodes:t}=await mn(Wn,{ids:e,asOf:M.value??null}),n=new Map(Er.value);t.forEach((t,r)=>n.set(e[r],t?.name||jr(e[r]))),Er.value=n}catch{}}function jr(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var Mr=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function Nr(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var Pr={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},Fr=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,Ir=e=>Pr[e]??Fr,Lr=e=>R.kinds[e]??e;function Rr({kind:e}){return B(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":Lr(e),children:B(`path`,{d:Ir(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var zr={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Br({permission:e}){if(!e)return B(`span`,{class:`muted`,children:R.noPermission});let t=zr[e]??0;return B(`span`,{class:`permission permission-${e}`,children:[B(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>B(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),R.permissions[e]??e]})}function Vr({sensitivity:e}){return e?B(`span`,{class:`sensitivity sensitivity-${e}`,children:R.sensitivities[e]??e}):null}var Hr=e=>Mr(e)===`DataSource`||Mr(e)===`McpTool`||Mr(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function H({id:e,name:t,plain:n=!1,href:r}){let i=kr(e,t),{view:a,param:o}=Hr(e),s=B(S,{children:[B(Rr,{kind:Mr(e)}),B(`span`,{class:`chip-name`,children:i||jr(e)}),B(`span`,{class:`chip-system`,children:Nr(e)})]});return n?B(`span`,{class:`chip`,title:e,children:s}):B(`a`,{class:`chip`,title:e,href:r??N(a,{[o]:e}),children:s})}function Ur({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=B(S,{children:[B(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?R.shell.complete:R.shell.partial]});return!n.length&&!r.length?B(`span`,{class:`completeness is-complete`,children:a}):B(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[B(`summary`,{children:[a,i?` · ${R.shell.notes}`:``]}),B(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>B(`p`,{children:[B(`code`,{children:e}),` `,t]},e+t))})]})}function Wr(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function Gr(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Kr(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(Wr).join(`,`),...e.rows.map(e=>[...e,...n].map(Wr).join(`,`))].join(`\r
`)}\r\n`}function qr(e,t,n,r){return`${JSON.stringify({...Gr(t,n,r),answer:e},null,2)}\n`}function Jr(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var Yr=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Xr({problem:e,onRetry:t,candidateHref:n}){let r=R.remedies[e.code];return B(`div`,{class:`problem`,role:`alert`,children:[B(`p`,{class:`problem-message`,children:e.message||R.problems[e.code]||R.problems.fallback}),r&&B(`p`,{children:r}),e.candidates&&B(S,{children:[B(`p`,{children:R.parts.candidates}),B(`ul`,{class:`plain-list`,children:e.candidates.map(e=>B(`li`,{children:B(H,{id:e,href:n?.(e)})},e))})]}),B(`p`,{class:`muted small`,children:[R.parts.code,` `,e.code,e.requestId&&` · ${R.parts.request} ${e.requestId}`]}),t&&B(`button`,{type:`button`,onClick:t,children:R.tryAgain})]})}function Zr({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${R.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return B(`details`,{class:`query-behind`,children:[B(`summary`,{title:R.parts.questionTitle,children:R.parts.question}),B(`div`,{class:`query-box`,children:[B(`div`,{class:`query-tools`,children:[B(`button`,{type:`button`,onClick:()=>void i(),children:t?R.parts.copied:R.parts.copy}),B(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:R.parts.graphiql})]}),B(`pre`,{tabIndex:0,"aria-label":R.parts.questionTitle,children:e.text}),B(`pre`,{tabIndex:0,"aria-label":R.parts.variables,children:r})]})]})}var Qr=gt(``),$r=e=>{Qr.value=e};function ei(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function U(e){let{answer:t,title:n}=e,r=Je(),i=ei(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&$r(`${n}: ${e.summary(t.data)}`)},[t]),B(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[B(`header`,{class:`panel-head`,children:[B(a,{id:r,children:n}),i&&B(Ur,{provenance:i}),B(`div`,{class:`panel-tools`,children:[t.data!==void 0&&e.exportName&&B(ti,{...e,provenance:i}),t.question.variables!==null&&B(Zr,{question:t.question})]})]}),e.lead&&B(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&B(Xr,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&B(`p`,{class:`asking`,children:R.loading}),t.data!==void 0&&e.children(t.data)]})}function ti({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return B(`span`,{class:`export`,role:`group`,"aria-label":R.parts.export,children:[n&&B(`button`,{type:`button`,class:`quiet`,onClick:()=>Jr(Yr(t,r,`csv`),`text/csv`,Kr(n(i),r)),children:R.parts.exportCsv}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>Jr(Yr(t,r,`json`),`application/json`,qr(i,e.question,r,new Date)),children:R.parts.exportJson})]})}var ni=6e4,ri=gt(null),ii=gt(null),ai=gt(0),oi=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,si=xt(()=>(ri.value?.sources??[]).filter(oi));async function ci(){try{let e=(await mn(tr,{})).status,t=ri.value;t&&e.generation!==t.generation&&(dn(),ai.value+=1,$r(R.shell.newGeneration(e.generation))),ri.value=e,ii.value=null}catch(e){ii.value=_n(e)}}function li(){ci(),setInterval(()=>{document.visibilityState===`visible`&&ci()},ni),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&ci()})}var ui=7,di=30;function fi(){let e=R.home;return B(S,{children:[B(`h1`,{children:e.title}),B(`p`,{class:`lead`,children:e.lead(M.value?pr(M.value):e.now)}),B(`div`,{class:`home`,children:[B(pi,{}),B(mi,{}),B(yi,{}),B(bi,{}),B(xi,{}),B(Ci,{}),B(wi,{})]})]})}function W({count:e,words:t,address:n,strong:r}){return B(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[B(`span`,{class:`figure-count`,children:e}),` `,B(`span`,{class:`figure-words`,children:t})]})}function pi(){let e=R.home,t=vn(Rn,{input:{asOf:M.value??null}},e=>I(e.orphanedPaths));return B(U,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>z(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:z(t),words:e.orphanedOf(z(n)),address:N(`orphaned`),strong:!0}),r>0&&B(W,{count:z(r),words:e.unknownOwners,address:N(`orphaned`,{list:`unknown`})})]}),B(V,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>B(S,{children:[B(H,{id:t,name:n,href:N(`orphaned`,{root:t})}),r&&B(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>z(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>B(`span`,{class:`nowrap`,children:mr(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>ar(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?B(H,{id:t.id,name:t.name}):B(`span`,{class:`muted`,children:e.nobody})}]})]})})}function mi(){let e=R.home,t=yr(_r(gr(M.value),ui)),n=vn(zn,{input:{from:t,asOf:M.value??null}},e=>I(e.changes)),r=N(`changes`,{from:t});return B(U,{title:e.changes,lead:e.changesLead(pr(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:`+${z(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),B(W,{count:`−${z(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),B(W,{count:`+${z(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),B(W,{count:`−${z(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),B(W,{count:`+${z(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),B(W,{count:`−${z(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),B(W,{count:z(a.totalCount),words:e.permissionsChanged,address:r}),B(W,{count:z(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&B(V,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:N(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${z(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${z(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${dr(e)} → ${dr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var hi=e=>e.map(({value:e})=>e).join(` · `);function gi({value:e,address:t}){return e.includes(`:`)?B(H,{id:e,href:t}):B(`a`,{href:t,children:e.replace(/^~/,``)})}function _i({row:e}){let t=lr(e.spent,e.budget),n=lr(e.expected,e.budget);if(t===null)return B(`span`,{class:`muted`,children:R.home.noBudget});let r=Math.max(1,t,n??0);return B(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${ar(e.spent)} / ${ar(e.budget)}`,children:[B(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&B(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),B(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),B(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var vi=e=>e==null?R.home.cannotSay:e?R.home.over:R.home.within;function yi(){let e=R.home,t=vn(Vn,{input:{by:[`team`],asOf:M.value??null}},e=>I(e.forecast)),n=N(`cost`,{by:`team`});return B(U,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:r})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(W,{count:ar(t.spent),words:e.spent,address:n,strong:!0}),B(W,{count:ar(t.expected),words:e.expected,address:N(`cost`,{by:`team`,forecast:!0})})]}),B(V,{caption:e.spend,rows:r.nodes,total:r.totalCount,rowKey:({key:e})=>hi(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>B(gi,{value:e[0].value,address:N(`cost`,{by:`team`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>ar(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>ar(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>B(_i,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?B(`span`,{class:e?`tag tag-bad`:`muted`,children:vi(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function bi(){let e=R.home,t=vn(Bn,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:M.value??null}},e=>I(e.inventory));return B(U,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t),words:e.shadow,address:N(`orphaned`,{list:`shadow`}),strong:t>0})}),B(V,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>B(H,{id:e,name:t,href:N(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>z(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>B(`span`,{class:`nowrap`,children:mr(e)}),sort:({lastUsed:e})=>e}]})]})})}function xi(){let e=R.home,t=gr(M.value),n=vn(Hn,{input:{by:[`team`],from:vr(_r(t,di)),to:vr(_r(t,1)),asOf:M.value??null}},e=>I(e.anomalies));return B(U,{title:e.anomalies,lead:e.anomaliesLead,answer:n,exportName:`anomalies`,children:({judged:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(n.totalCount),words:e.judged(z(t)),address:N(`cost`,{by:`team`,anomalies:!0}),strong:n.totalCount>0})}),n.nodes.length>0&&B(V,{caption:e.anomalies,rows:n.nodes,total:n.totalCount,rowKey:({day:e,key:t})=>`${e} ${hi(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>mr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>B(gi,{value:e[0].value,address:N(`cost`,{by:`team`,from:t,to:t})})},{key:`cost`,title:e.cost,cell:({cost:e})=>ar(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>ar(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var Si={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Ci(){let e=R.home,{value:t}=ri,n=t?{state:`answered`,question:Si,data:si.value}:{state:`loading`,question:Si};return B(U,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t.length),words:e.late,address:N(`sources`),strong:t.length>0})}),B(V,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>B(`a`,{href:N(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>hr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?R.unknown:hr(e),sort:({promisedAgeS:e})=>e}]})]})})}function wi(){let e=R.home,t=vn(Un,{input:{asOf:M.value??null}},e=>I(e.unresolved));return B(U,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>B(S,{children:[B(`div`,{class:`figures`,children:B(W,{count:z(t),words:e.looseEnds,address:N(`unresolved`)})}),B(V,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t,href:N(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>B(`span`,{class:`small`,children:e})}]})]})})}var Ti=100,Ei=7,Di=[1,7,30,90],G=R.changes;function Oi(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var ki=({isOpened:e})=>B(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[B(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?G.opened:G.closed]}),Ai={key:`change`,title:G.change,cell:({isOpened:e})=>B(ki,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},ji=[{key:`claimedBy`,title:G.claimedBy,cell:({claimedBy:e})=>e??R.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:G.run,cell:({run:e})=>e??R.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:G.at,cell:({at:e})=>pr(e),sort:({at:e})=>e,wide:!0}],Mi=[Ai,{key:`source`,title:G.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`kind`,title:G.kind,cell:({kind:e})=>B(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:G.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:G.permission,cell:({permission:e})=>e&&B(Br,{permission:e}),wide:!0},...ji],Ni=[Ai,{key:`root`,title:G.root,cell:({root:e})=>B(H,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:G.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:G.permission,cell:({permission:e})=>B(Br,{permission:e}),wide:!0},{key:`hops`,title:G.hops,cell:({hops:e})=>z(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:G.reasons,cell:({reasons:e})=>B(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function Pi({title:e,total:t,children:n}){return B(`section`,{class:`part`,children:[B(`h3`,{children:[e,` `,B(`span`,{class:`muted`,children:z(t)})]}),n]})}function Fi(){let e=gr(M.value),t=F(`from`)??yr(_r(e,Ei)),n=F(`of`),r=vn(Ln,{input:{from:t,asOf:M.value??null,of:n??null},first:Ti},e=>I(e.changes));return B(S,{children:[B(`h1`,{children:G.title}),B(`p`,{class:`lead`,children:G.lead}),B(`div`,{class:`search-form`,role:`group`,"aria-label":G.from,children:[Di.map(n=>{let r=yr(_r(e,n));return B(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>P({from:r}),children:G.days(n)},n)}),n&&B(S,{children:[B(H,{id:n}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>P({of:void 0}),children:G.clearOf})]})]}),B(U,{title:r.data?`${pr(r.data.from)} → ${pr(r.data.to)}`:G.title,answer:r,exportName:`changes`,candidateHref:e=>N(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:Oi(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>G.summary(z(e.opened.totalCount),z(e.closed.totalCount)),children:e=>B(Ii,{data:e,from:t})})]})}function Ii({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return B(S,{children:[B(Pi,{title:G.orphaned,total:s,children:B(V,{caption:G.orphaned,columns:Ni,rows:Oi(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:G.nothing})}),B(Pi,{title:G.reach,total:o.totalCount,children:B(V,{caption:G.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:G.nothing,columns:[{key:`who`,title:G.root,cell:({id:e,name:n})=>B(H,{id:e,name:n,href:N(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:R.home.gained,cell:({gained:e})=>`+${z(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:R.home.lost,cell:({lost:e})=>`−${z(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:R.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${dr(e)} → ${dr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),B(Pi,{title:G.edges,total:c,children:B(V,{caption:G.edges,columns:Mi,rows:Oi(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:G.nothing})}),B(Pi,{title:G.permissions,total:r.totalCount,children:B(V,{caption:G.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:G.nothing,columns:[{key:`source`,title:G.source,cell:({source:e})=>B(H,{id:e}),sort:({source:e})=>e},{key:`target`,title:G.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`before`,title:G.before,cell:({before:e})=>B(Br,{permission:e})},{key:`after`,title:G.after,cell:({after:e})=>B(Br,{permission:e})},...ji]})}),B(Pi,{title:G.properties,total:i.totalCount,children:B(V,{caption:G.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:G.nothing,columns:[{key:`id`,title:G.of,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`property`,title:G.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:G.before,cell:({before:e})=>e??R.unknown},{key:`after`,title:G.after,cell:({after:e})=>e??R.unknown},...ji]})})]})}function Li({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return B(`span`,{class:`command`,children:[B(`code`,{children:e}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?R.parts.copied:R.parts.copy})]})}function Ri({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),B(`aside`,{class:`evidence`,"aria-label":R.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.parts.evidence}),B(`button`,{type:`button`,class:`quiet`,onClick:t,children:R.parts.close})]}),B(`ol`,{class:`evidence-list`,children:e.map(e=>B(`li`,{children:[B(`p`,{class:`evidence-edge`,children:[B(H,{id:e.source,name:e.sourceName}),B(`code`,{children:e.kind}),B(H,{id:e.target,name:e.targetName})]}),B(`dl`,{class:`facts`,children:[e.permission&&B(S,{children:[B(`dt`,{children:R.parts.permission}),B(`dd`,{children:B(Br,{permission:e.permission})})]}),B(`dt`,{children:R.parts.claimedBy}),B(`dd`,{children:e.claimedBy}),B(`dt`,{children:R.parts.since}),B(`dd`,{children:pr(e.since)}),e.lastUsed!==void 0&&B(S,{children:[B(`dt`,{children:R.parts.lastUsed}),B(`dd`,{children:mr(e.lastUsed)})]}),B(`dt`,{children:R.parts.statement}),B(`dd`,{children:e.evidence?B(`code`,{class:`statement`,children:e.evidence}):R.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var zi=`http://www.w3.org/2000/svg`,Bi=24,Vi=16,Hi=2,Ui=16e3;function Wi(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*Vi],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,zi),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-Bi,r.y-Bi,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(qi(`style`,Ki()),qi(`metadata`,t.join(`
`)),Ji(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Yi(e,r.x,r.y+r.height+Bi+(t+.5)*Vi))),new XMLSerializer().serializeToString(o)}async function Gi(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(Hi,Ui/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function Ki(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function qi(e,t){let n=document.createElementNS(zi,e);return n.textContent=t,n}function Ji(e,t,n){let r=qi(`rect`,``),i={x:e.x-Bi,y:e.y-Bi,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Yi(e,t,n){let r=qi(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}function Xi(e,t){return e<t?-1:+(e>t)}function Zi(e){return`${e.source}\t${e.kind}\t${e.target}`}function Qi(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function $i(e){return e.slice(e.indexOf(`:`)+1)}var ea=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function ta(e,t){return e===null||t===null?e??t:ea.indexOf(e)>=ea.indexOf(t)?e:t}var na=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],ra=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function ia(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var aa=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(sa(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===$i(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Zi(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:ia(na,r?.permission??null,e.permission??null),exercised:ta(r?.exercised??null,t),evidence:oa(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>Xi(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>Xi(e.key,t.key)),routes:this.routes}}};function oa(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>Xi(e.claimedBy,t.claimedBy)||Xi(e.permission??``,t.permission??``))}function sa(e,t,n,r){return{id:e,kind:Qi(e),name:t||$i(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function ca(e,t,n){let r=new aa,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(sa(t,$i(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(la(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function la(e,t){return{...sa(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function ua(e,t,n){let r=new aa,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(sa(e,$i(e),0,`start`)),t!==e&&r.setNode(sa(t,$i(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function da(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function fa(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(da(n,r.source,r.target),da(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var pa=`fold:`;function ma(e,t){let n=ha(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=ga(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=va(e.edges,r),o=new Map(e.edges.map(e=>[e.key,_a(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>Xi(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function ha(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(Xi)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>Xi(e.id,t.id)))}function ga(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:ia(na,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:ia(ra,e.sensitivity,t.sensitivity),exercised:ta(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:pa+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function _a(e,t){return Zi({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function va(e,t){let n=new Map;for(let r of e){let e=_a(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:ia(na,i.permission,r.permission),exercised:ta(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>Xi(e.key,t.key))}var ya={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},ba={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},xa=52,Sa=76,Ca=16,wa=8,Ta=4,Ea=60,Da=400;function Oa(e){return`${e.source}\t${e.target}`}var ka=`\0`;function Aa(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=Oa(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${ka}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(Oa(n),n)})}return a.length>Da?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function ja(e,t,n={}){let r=Aa(e,t),i=Ma(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Pa(e,a));for(let e=0;e<wa;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Ia(o[e]??[],t?i.before:i.after,a))}return Ra(i,o,n.pinned??new Map,r.bendsOf)}function Ma(e,t){let n=[...e].sort((e,t)=>Xi(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function Na(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Pa(e,t){return Na(e,t),e}function Fa(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Ia(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Fa(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return Na(i,n),i}function La(e){return Math.max(Ea,Math.ceil(Math.sqrt(e*3)))}function Ra(e,t,n,r){let i=La(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*xa});let u=r*204-Ca;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(ka)).length}),c+=u+Sa}),za(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of Va(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:Ha(l)}}function za(e,t,n){for(let r=0;r<Ta;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())Ba(e.map(e=>{let t=a[e]??[];return t.length>0?Fa(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function Ba(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*xa,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*xa)}function Va(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<xa&&(s=Math.ceil(e.y+xa));return i.set(a,s+xa),[e,{x:a,y:s}]})}function Ha(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var Ua=18.5,Wa=15.5,Ga=24,Ka=16,qa=250,Ja=e=>`translate(${e.x-94} ${e.y-20})`,Ya=/[ijlrtfI.,:;'|!()[\]/ -]/,Xa=/[A-HJ-Zmw@%…]/,Za=e=>e.reduce((e,t)=>e+(Ya.test(t)?.62:Xa.test(t)?1.3:1),0);function Qa(e,t){let n=[...e];if(Za(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(Za([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function $a({layout:e,words:t}){let n=e.bounds.top-26;return B(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>B(`g`,{children:[B(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),B(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function eo({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>qa;return B(`g`,{class:e.edges.length<=Ka?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=no(a,o,t.bends.get(Oa(e))??[]);return B(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&B(`path`,{class:`edge-area`,d:l.path}),B(`path`,{class:`edge-line`,d:l.path}),!i&&B(`path`,{class:`edge-head`,d:l.head}),!i&&B(`path`,{class:`edge-cut`,d:to(l.middle,5)}),!i&&B(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var to=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function no(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function ro({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>qa;return B(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&B(oo,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var io=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,ao=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function oo({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:ya[e.permission]??0,s=e.sensitivity===null?void 0:ba[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return B(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:Ja(t),children:[!r&&B(`title`,{children:a}),e.role===`fold`&&B(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),B(`rect`,{class:`node-card`,width:188,height:40,rx:9}),B(`path`,{class:`node-side`,d:io}),B(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:Ir(e.kind)}),B(`text`,{class:`node-name`,x:42,y:17,children:Qa(c,s===void 0?Ua:Wa)}),B(`text`,{class:`node-words`,x:42,y:31,children:Qa(n.subtitle(e),Ga)}),o>0&&B(`path`,{class:`node-bars`,d:ao.slice(o).join(``)}),o>0&&B(`path`,{class:`node-bars is-full`,d:ao.slice(0,o).join(``)}),s!==void 0&&B(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&B(`path`,{class:`node-cut`,d:to({x:17,y:20},9)}),i&&B(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function so(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||Xi(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||Xi(t,n))[0]??null}}var co=.04,lo=3,uo=28,fo=.55;function po(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=yo(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function mo(e,t,n,r){let i=po(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-uo-e.right*a:uo-e.left*a,y:t.height/2-n.y*a}}function ho(e,t,n){let r=yo(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function go(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function _o(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return go(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function vo(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function yo(e){return Math.min(lo,Math.max(co,e))}var bo={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},xo=4,So=.0016,Co=1.25;function wo(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=jo(a,e),l=O(()=>so(t,n),[t,n]),u=O(()=>[B($a,{layout:n,words:r}),B(eo,{graph:t,layout:n,words:r}),B(ro,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);ko(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Oo(a.current,e)?.focus({preventScroll:!0})},[n,c]);return B(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[B(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=bo[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!To(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>Do(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:B(`g`,{class:`picture-world`,children:u})}),B(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[B(`button`,{type:`button`,onClick:()=>c.zoom(Co),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),B(`button`,{type:`button`,onClick:()=>c.zoom(1/Co),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),B(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function To(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Co);else if(e===`-`)r.zoom(1/Co);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(Eo(a,s.id,n.selected));else return!1;return!0}function Eo(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function Do(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Oo(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function ko(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),Ao(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];Ao(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function Ao(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function jo(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<fo)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<xo)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(go(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=vo(n.current,s(t));a.id!==null&&Oo(e.current,a.id)?.setAttribute(`transform`,Ja(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,vo(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(go(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(ho(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(po(a.current.layout.bounds,t())),reveal:e=>o(_o(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(mo(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(ho(n.current,Math.exp(-e.deltaY*So),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Mo=[`YES`,`NO`,`UNKNOWN`];function No(){return B(`details`,{class:`picture-legend`,children:[B(`summary`,{children:R.picture.legend}),B(`ul`,{children:[Mo.map(e=>B(`li`,{children:[B(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:B(`g`,{class:`edge use-${e.toLowerCase()}`,children:[B(`path`,{class:`edge-line`,d:`M2 5H28`}),B(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),R.uses[e]]},e)),[...ra].reverse().map(e=>B(`li`,{children:[B(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:B(`path`,{class:`node-sensitivity is-${e}`,d:ba[e]})}),R.sensitivities[e]]},e))]}),B(`p`,{class:`muted small`,children:R.picture.keys})]})}var Po=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Fo=function(e,t){return new URL(e,t).href},Io={},Lo=function(e){return e.pathname.endsWith(`.css`)},Ro=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},zo=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Fo(t,n);let r=s(t),i=Lo(r);return Ro(Io,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Po,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Bo=1200,Vo=new Map;function Ho(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:Vo}),s=a.of===e.subject?a.at:Vo,[c,l]=[rn(`open`),rn(`hide`)],u=JSON.stringify([c,l]),d=O(()=>fa(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>ma(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>Uo(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>P({open:[...c,e.slice(pa.length)]}),hide:e=>P({hide:[...l,...Jo(m,e)]}),open:e=>nn(Hr(e).view,{[Hr(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:Yo(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:R.picture.label(e.title,z(m.nodes.length),z(m.edges.length)),selected:qo(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=Go(v>Bo),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&Xo(n,t,e.exportName,e.title,r)};return B(`div`,{class:`picture-box`,ref:i,children:[B(`div`,{class:`picture-tools`,children:[g!==null&&B(Wo,{onClick:()=>e.onFocus(null),children:R.picture.showAll}),c.length>0&&B(Wo,{onClick:()=>P({open:[]}),children:R.picture.showFolded}),l.length>0&&B(Wo,{onClick:()=>P({hide:[]}),children:R.picture.showHidden(z(l.length))}),s.size>0&&B(Wo,{onClick:()=>o({of:e.subject,at:Vo}),children:R.picture.unpin(z(s.size))}),B(`span`,{class:`picture-exports`,children:[!b&&B(Wo,{onClick:()=>ee(`svg`),children:R.picture.exportSvg}),!b&&B(Wo,{onClick:()=>ee(`png`),children:R.picture.exportPng})]})]}),b?B(b,{...y}):x?B(`div`,{class:`picture-frame`,"aria-busy":`true`}):B(wo,{...y}),b&&B(`p`,{class:`muted small`,children:R.picture.large(z(v))}),B(No,{})]})}function Uo(e,t){let n=performance.now(),r=ja(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function Wo({onClick:e,children:t}){return B(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function Go(e){let[t,n]=T(),r=O(()=>e&&Ko(),[e]);return E(()=>{r&&!t&&zo(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function Ko(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function qo(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function Jo(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function Yo(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function Xo(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=Wi(e,[r,R.picture.provenance(a,o.slice(0,12),s),R.picture.exportedAt(new Date().toISOString())]);t===`svg`?Jr(Yr(n,i,`svg`),`image/svg+xml`,c):Jr(Yr(n,i,`png`),`image/png`,await Gi(c))}var K=R.picture,Zo=R.permissions,Qo=R.sensitivities,$o=e=>K.edges[e]??e;function es(e){return e.role===`fold`?K.fold(z(e.members.length),K.pluralKinds[e.kind]??Lr(e.kind)):e.name}function ts(e,t){return t&&(e.role===`fold`?K.upTo(t.toLowerCase()):t)}function ns(e){let t=e.permission===null?void 0:Zo[e.permission],n=e.sensitivity===null?void 0:Qo[e.sensitivity],r=[ts(e,t),ts(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return K.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=Nr(e.id);return e.role===`fold`||i===``?Lr(e.kind):`${Lr(e.kind)} · ${i}`}function rs(e){return[es(e),e.role===`fold`?void 0:`${Lr(e.kind)} ${Nr(e.id)}`.trim(),e.role===`between`?K.onTheWay:void 0,e.permission===null?void 0:ts(e,Zo[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?K.assumed:void 0,e.sensitivity===null?void 0:ts(e,Qo[e.sensitivity]),e.exercised===null?void 0:R.uses[e.exercised],e.role===`fold`?K.opensFold:void 0].filter(Boolean).join(`, `)}function is(e,t,n){return[`${es(t)} ${$o(e.kind)} ${es(n)}`,e.permission===null?void 0:Zo[e.permission],e.exercised===null?void 0:R.uses[e.exercised],K.claims(e.evidence.length)].filter(Boolean).join(`, `)}function as(e){return{roleDescription:K.roleDescription,zoom:K.zoom,zoomIn:K.zoomIn,zoomOut:K.zoomOut,fit:K.fit,hop:(t,n)=>e(t,z(n)),title:es,subtitle:ns,describeNode:rs,describeEdge:is,edge:$o,cut:K.cut,gone:K.gone}}var os=R.whatIf,ss=[{title:os.dataSources,note:os.dataSourcesNote,show:({dataSources:e})=>z(e)},{title:os.score,note:os.scoreNote,show:({score:e})=>dr(e)},{title:os.orphanedRoots,show:({orphanedRoots:e})=>z(e)},{title:os.orphanedPaths,note:os.orphanedPathsNote,show:({orphanedPaths:e})=>z(e)},{title:os.spend,show:({spendPerMonth:e})=>ar(e),exact:({spendPerMonth:e})=>e?or(e):void 0}];function cs({before:e,after:t}){return B(`table`,{class:`difference`,children:[B(`caption`,{class:`visually-hidden`,children:os.result}),B(`thead`,{children:B(`tr`,{children:[B(`td`,{}),B(`th`,{scope:`col`,children:os.before}),B(`th`,{scope:`col`,children:os.after})]})}),B(`tbody`,{children:ss.map(({title:n,note:r,show:i,exact:a})=>B(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[B(`th`,{scope:`row`,children:[n,r&&B(`span`,{class:`difference-note`,children:r})]}),B(`td`,{title:a?.(e),children:i(e)}),B(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var ls=[`remove`,`offboard`,`block`,`add`];function us(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var ds=e=>ls.some(t=>e[t].length>0);function fs(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(ls.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var ps=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,ms=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),hs=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(R.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function gs(e,t){let n=t===`remove`||t===`add`?hs.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var _s=`LOSES`,vs=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),ys=e=>R.reasons[e]??e,bs=({target:e,witness:t})=>t.at(-1)?.targetName??jr(e),xs=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function Ss(e,t){let n=t.map(e=>({id:e.target,kind:Qi(e.target),name:bs(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return ca(xs(e,t),n,`out`)}function Cs(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(sa(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:Zi({source:e,kind:_s,target:n}),source:e,target:n,kind:_s,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>Xi(e.id,t.id)),edges:[...e.edges,...i]}}var ws=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>Qi(e)===`DataSource`);function Ts(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(ps),...e.nodes]}function Es(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(Zi),...e.nodes])}function Ds(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var Os=(e,t)=>({cut:e,gone:t??new Set}),ks=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),q=R.orphaned,As=as(R.picture.hop),js=200;function Ms({root:e,answer:t,routes:n,more:r}){let i=ws(n),a={from:[e.id,...e.folded],to:[...i],asOf:M.value??null},o=vn(Yn,i.length>0?{input:a,first:js}:null,e=>I(e.revocation)),s=i.length===0||o.state===`answered`,c=s?Ts(o.data,e.id,e.folded):[],l=F(`try`)!==void 0&&c.length>0&&c.length<=100,u=vn(rr,l?{input:{remove:[...c],...M.value?{asOf:M.value}:{}},first:1}:null,e=>I(e.whatIf)),d=()=>P({try:F(`try`)===void 0||void 0},!0);Ps(`w`,d);let f=O(()=>Ss(e.id,n),[e.id,n.length,t.data]),p=O(()=>Cs(f,o.data?.collateral.nodes??[]),[f,o.data]),m=s&&n.length>0?Es(o.data,e.id,e.folded):Ns,h=l&&u.data?Ds(f,e.id,u.data.orphanedPaths.closed,u.data.orphanedPaths.opened):null,g=new Map((l&&u.data?u.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),_=O(()=>Os(m,h),[[...m].join(`
`),h&&[...h].join(`
`)]);return B(S,{children:[B(`div`,{class:`root-top`,children:[B(Fs,{root:e,answer:t}),B(`section`,{class:`revocation`,"aria-label":q.revocation,children:[B(U,{title:q.revocation,lead:i.length>0?q.revocationLead:q.onlyModels,answer:i.length>0?o:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:zs,summary:({cost:e})=>`${q.cost} ${z(e)}`,children:e=>B(Rs,{data:e})}),c.length>100?B(`p`,{class:`muted small`,children:q.tooMany(100)}):s&&B(`p`,{class:`try`,children:[B(`button`,{type:`button`,"aria-pressed":l,"aria-keyshortcuts":`w`,onClick:d,children:[l?q.tryingIt:q.tryIt,` `,B(`kbd`,{"aria-hidden":`true`,children:`w`})]}),B(`a`,{href:N(`what-if`,{remove:c}),children:q.openWhatIf})]}),l&&B(U,{title:R.whatIf.result,level:3,answer:u,exportName:`what-if`,summary:({after:e})=>`${R.whatIf.orphanedPaths} ${z(e.orphanedPaths)}`,children:({before:e,after:t})=>B(cs,{before:e,after:t})})]})]}),B(Bs,{root:e,answer:t,routes:n,more:r,graph:p,marks:_,left:g})]})}var Ns=new Set;function Ps(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function Fs({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),B(`section`,{class:`panel root-facts`,children:[B(`header`,{class:`root-head`,children:[B(`h2`,{tabIndex:-1,ref:n,children:[B(H,{id:e.id,name:e.name}),e.shadow&&B(`span`,{class:`tag`,children:q.shadowMark})]}),B(`nav`,{class:`actions`,"aria-label":e.name,children:[B(`a`,{href:N(`blast-radius`,{start:e.id}),children:q.blastRadius}),B(`a`,{href:N(`changes`,{of:e.id}),children:q.changes})]})]}),B(`dl`,{class:`facts root-list`,children:[B(`dt`,{children:q.why}),B(`dd`,{children:[e.reasons.length===0&&(q.state[e.state]??e.state),e.reasons.map(({code:e,since:t,evidence:n})=>B(`p`,{children:[B(`b`,{children:ys(e)}),t&&B(`span`,{class:`nowrap`,children:[` · `,pr(t)]}),B(`span`,{class:`root-evidence`,children:n})]},e+n))]}),B(`dt`,{children:q.since}),B(`dd`,{children:vs(e)?pr(vs(e)):q.sinceUnknown}),B(`dt`,{children:vs(e)?q.spend:q.spendOfWindow}),B(`dd`,{title:e.spendSince?or(e.spendSince):void 0,children:ar(e.spendSince)}),e.folded.length>0&&B(S,{children:[B(`dt`,{children:q.folded}),B(`dd`,{class:`chips`,children:e.folded.map(e=>B(H,{id:e},e))})]}),B(`dt`,{children:q.nextOwner}),B(`dd`,{children:[e.nextOwner.length===0&&B(`span`,{class:`muted`,children:q.nobody}),e.nextOwner.map(({id:e,name:t,reason:n,evidence:r})=>B(`p`,{children:[B(H,{id:e,name:t}),` `,B(`span`,{children:q.nextOwners[n]??n}),B(`span`,{class:`root-evidence`,children:r})]},e+n))]})]}),t.state===`loading`&&B(`p`,{class:`asking`,children:R.loading})]})}var Is=[{key:`action`,title:q.step,cell:({action:e})=>e},{key:`system`,title:q.system,cell:({system:e})=>B(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:q.cost,cell:({cost:e})=>z(e),align:`end`},{key:`command`,title:q.command,wide:!0,cell:({command:e})=>e?B(Li,{command:e}):B(`span`,{class:`muted`,children:q.noCommand})}],Ls=[{key:`person`,title:q.person,cell:({id:e,name:t})=>B(H,{id:e,name:t})},{key:`loses`,title:q.loses,cell:({loses:e})=>B(`span`,{class:`chips`,children:e.map(e=>B(H,{id:e},e))})}];function Rs({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?B(`p`,{class:`empty`,children:q.noCut}):B(S,{children:[B(V,{caption:q.revocation,columns:Is,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),B(`p`,{class:`verdict`,children:[B(`span`,{class:e.proven?`good`:`bad`,children:[B(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?q.proven:q.notProven]}),` `,q.cost,` `,B(`b`,{children:z(e.cost)}),`. `,t===0?q.noCollateral:`${q.collateral(z(t))}.`]}),t>0&&B(V,{caption:q.loses,columns:Ls,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function zs({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Bs({root:e,answer:t,routes:n,more:r,graph:i,marks:a,left:o}){let[s,c]=T(null),l=F(`row`)??null,u=n.find(({target:e})=>e===l),d=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),P({row:t?void 0:e??void 0},!0)},f=s===null?u?.witness:i.edges.find(({key:e})=>e===s)?.evidence;return B(U,{title:q.routesTitle,lead:q.routesLead,answer:t,exportName:`orphaned-routes`,exportTable:()=>Hs(n),summary:({totalPaths:e})=>q.paths(z(e)),children:t=>n.length===0?B(`p`,{class:`empty`,children:q.noRoutes}):B(S,{children:[r!==null&&B(`p`,{class:`muted small`,children:[q.someRoutes(z(n.length),z(t.totalPaths)),` `,B(`button`,{type:`button`,onClick:r,children:R.more})]}),B(`div`,{class:`reach-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":R.reach.picture,children:B(Ho,{graph:i,words:As,title:q.routesTitle,subject:e.id,direction:`out`,selected:s??l,onSelect:d,focused:F(`focus`)??null,onFocus:e=>P({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:a})}),B(`section`,{class:`reach-list`,"aria-label":R.reach.list,children:B(V,{caption:q.routesTitle,columns:Vs(o),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>a.gone.has(e)?`is-gone`:``,selected:l??``,onOpen:({target:e})=>d(e),total:t.totalPaths})})]}),f!==void 0&&f.length>0&&B(`div`,{class:`reach-evidence`,children:B(Ri,{edges:f,onClose:()=>d(null)},s??l??``)})]})})}var Vs=e=>[{key:`target`,title:q.target,cell:e=>B(H,{id:e.target,name:bs(e)}),sort:e=>bs(e).toLowerCase()},{key:`permission`,title:q.permission,cell:({target:t,permission:n})=>B(S,{children:[n?B(Br,{permission:n}):R.unknown,e.has(t)&&B(S,{children:[` → `,B(Br,{permission:e.get(t)})]})]})},{key:`below`,title:q.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${z(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:q.hops,align:`end`,wide:!0,cell:({hops:e})=>z(e),sort:({hops:e})=>e},{key:`used`,title:q.lastUsed,cell:({lastUsed:e})=>mr(e),sort:({lastUsed:e})=>e}];function Hs(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,ks(e)])}}var Us=R.orphaned;async function Ws(e){let t=[],n=[],r=I((await mn(Gn,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=I((await mn(Gn,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=I((await mn(Jn,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function Gs({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),vs(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,ks(e)])})}}function Ks(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.print(),a(void 0))},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Ws(M.value),n={text:Jn.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>Yr(`orphaned-paths`,t.provenance,e);e===`csv`?Jr(r(`csv`),`text/csv`,Kr(Gs(t),t.provenance)):e===`json`?Jr(r(`json`),`application/json`,qr({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(_n(e))}finally{t(!1)}};return B(S,{children:[B(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Us.sheet,"aria-busy":e||void 0,children:[B(`span`,{class:`muted`,children:Us.sheet}),B(s,{purpose:`csv`,label:R.parts.exportCsv}),B(s,{purpose:`json`,label:R.parts.exportJson}),B(s,{purpose:`print`,label:Us.print})]}),n&&B(Xr,{problem:n}),i&&B(qs,{sheet:i})]});function s({purpose:t,label:n}){return B(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function qs({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return B(`section`,{class:`sheet`,children:[B(`p`,{children:Us.sheetLead(pr(r),i.slice(0,12))}),t.map(e=>B(`article`,{children:[B(`h2`,{children:[e.name,` `,B(`small`,{children:e.id})]}),B(`p`,{children:[e.reasons.map(({code:e,evidence:t})=>`${ys(e)} (${t})`).join(`; `)||Us.state[e.state],`. `,Us.since,`: `,vs(e)?mr(vs(e)):Us.sinceUnknown,`. `,Us.spend,`: `,ar(e.spendSince),`. `,Us.nextOwner,`: `,e.nextOwner[0]?.name??Us.nobody,`.`]}),B(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>B(`li`,{children:[bs(e),` `,e.permission??``,` `,e.lastUsed?`${Us.lastUsed}: ${e.lastUsed}`:``,B(`br`,{}),B(`small`,{children:ks(e)})]},e.target))})]},e.id))]})}var J=R.orphaned,Js=[`all`,`shadow`,`unknown`];function Ys(){let e=F(`list`),t=Js.find(t=>t===e)??`all`,n=F(`root`);return B(`div`,{class:`orphaned-view`,children:[B(`h1`,{children:J.title}),B(`p`,{class:`lead`,children:J.lead}),n?B($s,{id:n}):B(S,{children:[B(`nav`,{class:`lists`,"aria-label":J.lists,children:Js.map(e=>B(`a`,{href:N(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:J[e]},e))}),t===`unknown`?B(Qs,{}):B(Zs,{list:t}),B(Ks,{})]})]})}var Xs=[{key:`root`,title:J.root,cell:({id:e,name:t,shadow:n})=>B(S,{children:[B(H,{id:e,name:t,href:N(`orphaned`,{root:e})}),n&&B(`span`,{class:`tag`,children:J.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:J.why,wide:!0,cell:({reasons:e,state:t})=>e.length>0?B(`span`,{title:e.map(({evidence:e})=>e).join(`
`),children:e.map(({code:e})=>ys(e)).join(`; `)}):B(`span`,{class:`muted`,children:J.state[t]??t}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:J.since,wide:!0,cell:e=>vs(e)?B(`span`,{class:`nowrap`,children:mr(vs(e))}):B(`span`,{class:`muted`,children:J.sinceUnknown}),sort:vs},{key:`routes`,title:J.routes,align:`end`,cell:({routes:e})=>z(e),sort:({routes:e})=>e},{key:`spend`,title:J.spend,align:`end`,cell:({spendSince:e})=>B(`span`,{title:e?or(e):void 0,children:ar(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:J.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?B(H,{id:e.id,name:e.name}):B(`span`,{class:`muted`,children:J.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function Zs({list:e}){let[t,n]=yn(Gn,{input:{asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return B(U,{title:r?J.shadow:J.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>ec(i),summary:({totalRoots:e,totalPaths:t})=>`${z(e)}, ${J.paths(z(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>B(S,{children:[B(`div`,{class:`figures`,children:[B(`span`,{class:`figure figure-strong`,children:[B(`span`,{class:`figure-count`,children:z(r?i.length:e)}),` `,B(`span`,{class:`figure-words`,children:r?J.shadowCount:J.principals})]}),!r&&B(`span`,{class:`figure`,children:[B(`span`,{class:`figure-count`,children:z(t)}),` `,B(`span`,{class:`figure-words`,children:J.routes.toLowerCase()})]})]}),B(V,{caption:r?J.shadow:J.all,columns:Xs,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>P({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?J.noShadow:J.noRoots})]})})}function Qs(){let[e,t]=yn(Kn,{input:{asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({unknown:e})=>e);return B(U,{title:J.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>z(e),children:({totalUnknown:e})=>B(V,{caption:J.unknown,columns:[{key:`id`,title:J.root,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`why`,title:J.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:J.noUnknown})})}function $s({id:e}){let[t,n]=yn(qn,{input:{of:[e],asOf:M.value??null},first:200},e=>I(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return B(S,{children:[B(`p`,{class:`back`,children:B(`a`,{href:N(`orphaned`,{list:F(`list`)}),children:[`← `,J.back]})}),r===void 0?B(U,{title:J.root,answer:t,children:()=>B(S,{children:[B(`p`,{children:B(H,{id:e})}),B(`p`,{class:`empty`,children:i?`${J.state.UNKNOWN}: ${i.why}`:J.notListed})]})}):B(Ms,{root:r,answer:t,routes:n.rows,more:n.hasMore?n.more:null})]})}function ec(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),vs(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var tc=R.query,nc=/^query (\w+)/,rc=Object.values(bn).filter(e=>e instanceof L).map(e=>e.toString().trim()).filter(e=>nc.test(e)).map(e=>({name:nc.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function ic(){return B(S,{children:[B(`h1`,{children:tc.title}),B(`p`,{class:`lead`,children:tc.lead}),B(`p`,{class:`search-form`,children:[B(`a`,{href:`graphiql`,children:tc.graphiql}),B(`a`,{href:`schema.graphql`,children:tc.schema})]}),B(`section`,{class:`panel`,"aria-label":tc.documents,children:[B(`header`,{class:`panel-head`,children:B(`h2`,{children:tc.documents})}),rc.map(({name:e,document:t})=>B(`details`,{class:`document`,children:[B(`summary`,{children:e}),B(`div`,{class:`query-box`,children:B(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var ac={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function oc(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&ac[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var sc=8,cc=120;function lc({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),cc);return()=>clearTimeout(e)},[i]);let f=vn($n,o?{input:oc(o,M.value),first:sc}:null,e=>I(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return B(`div`,{class:`search node-field`,children:[B(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${R.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),B(`div`,{class:`suggestions`,hidden:!g,children:[B(`ul`,{role:`listbox`,id:r,"aria-label":R.field.suggestions,children:p.map((e,t)=>B(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&B(`p`,{class:`suggestions-foot`,children:R.field.noMatch})]})]})}var uc=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],dc=[1,2,3,4,5,6,8,10],Y=R.reach;function fc({filters:e}){return B(`form`,{class:`filters`,"aria-label":Y.filters,onSubmit:e=>e.preventDefault(),children:[B(hc,{label:Y.kinds,name:`kind`,value:e.kinds[0]??``,empty:Y.anyKind,options:Object.entries(R.kinds)}),B(hc,{label:Y.minPermission,name:`minPermission`,value:e.minPermission??``,empty:Y.anyPermission,options:Object.entries(R.permissions)}),B(hc,{label:Y.use,name:`use`,value:e.uses[0]??``,empty:Y.anyUse,options:Object.entries(R.uses)}),B(mc,{filters:e})]})}function pc({filters:e,children:t}){return B(`form`,{class:`filters`,"aria-label":Y.filters,onSubmit:e=>e.preventDefault(),children:[t,B(mc,{filters:e})]})}function mc({filters:e}){let t=uc.map(e=>[e,Lr(e)]),n=e.via&&!uc.includes(e.via)?[[e.via,e.via]]:[];return B(S,{children:[B(hc,{label:Y.via,name:`via`,value:e.via??``,empty:Y.anyVia,options:[...n,...t]}),B(hc,{label:Y.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:Y.bases.EITHER??``,options:Object.entries(Y.bases).filter(([e])=>e!==`EITHER`)}),B(hc,{label:Y.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:Y.anyHops,options:dc.map(e=>[String(e),Y.upToHops(e)])})]})}function hc({label:e,name:t,value:n,empty:r,options:i}){return B(`label`,{class:n===``?`choice`:`choice is-set`,children:[B(`span`,{children:e}),B(`select`,{value:n,onChange:e=>P({[t]:e.currentTarget.value}),children:[B(`option`,{value:``,children:r}),i.map(([e,t])=>B(`option`,{value:e,children:t},e))]})]})}var gc=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],_c=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],vc=[`GRANTED`,`OBSERVED`,`EITHER`],yc=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function bc(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>gc.includes(e)),minPermission:n(_c,t(`minPermission`)),basis:n(vc,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>yc.includes(e))}}function xc(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function Sc(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function Cc(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=R.paths,wc=[1,3,5,10,20,50],Tc=10,Ec=`all`,Dc=as((e,t)=>R.picture.step(e,t));function Oc(){let[e,t]=[F(`from`),F(`to`)],n=bc(j.value.params),r=Number(F(`k`)??Tc),i=wc.includes(r)?r:Tc,a=xc({...n,kinds:[],minPermission:null},M.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=vn(Xn,o,e=>I(e.accessPaths));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:X.title}),B(`p`,{class:`lead`,children:X.lead}),B(`div`,{class:`subject`,children:[B(kc,{name:`from`,label:X.from,id:e}),B(`button`,{type:`button`,onClick:()=>P({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[B(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),B(kc,{name:`to`,label:X.to,id:t})]}),o&&B(S,{children:[B(pc,{filters:n,children:B(hc,{label:X.k,name:`k`,value:i===Tc?``:String(i),empty:String(Tc),options:wc.filter(e=>e!==Tc).map(e=>[String(e),String(e)])})}),B(U,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Mc(e.nodes),summary:({total:e})=>X.found(z(e)),children:e=>B(Ac,{data:e,subject:JSON.stringify(o)})})]})]})}function kc({name:e,label:t,id:n}){return B(`span`,{class:`path-end`,children:[B(`span`,{class:`path-end-label`,children:t}),n&&B(H,{id:n}),B(lc,{label:t,onChoose:t=>P({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function Ac({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>ua(e.from,e.to,n),[e]),c=F(`path`)??`0`,l=c===Ec?Ec:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return B(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return B(S,{children:[B(`p`,{class:`path-count`,children:[B(`b`,{children:X.found(z(e.total))}),` `,B(`a`,{href:N(`changes`,{of:e.from}),children:X.changes})]}),B(`div`,{class:`path-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":R.reach.picture,children:B(Ho,{graph:s,words:Dc,title:X.title,subject:t,direction:`out`,selected:r??F(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),P({row:t?void 0:e??void 0},!0)},focused:l===Ec?null:l,onFocus:e=>e===null&&P({path:Ec}),provenance:e,exportName:`paths`})}),B(`ol`,{class:`paths`,"aria-label":R.reach.list,children:n.map((e,t)=>B(jc,{path:e,isShown:String(t)===l,onShow:()=>P({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&B(`div`,{class:`reach-evidence`,children:B(Ri,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function jc({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=Cc(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return B(`li`,{class:t?`path is-shown`:`path`,children:[B(`p`,{class:`path-head`,children:[B(`b`,{children:X.hops(e.hops)}),` `,B(Br,{permission:e.permission}),e.permission&&!e.permissionKnown&&B(`sup`,{title:R.reach.permissionAssumed,children:`?`}),B(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${$o(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(pr(o.at)):X.heldSinceUnknown})]}),B(`p`,{class:`path-sentence`,children:e.sentence}),B(`p`,{class:`path-tools`,children:[B(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),B(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function Mc(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,Cc(e.edges)?.at??null])}}var Z=R.reach;function Nc(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??Fc,a=O(()=>Sc(i,e.filters.uses),[i,e.filters.uses.join()]),o=Ic(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>ca(l,a,n),[a,u]),f=F(`row`)??null,p=F(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),P({row:t?void 0:e??void 0},!0)},h=zc(d,a,f,s);return B(S,{children:[B(U,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>Uc(a),summary:({total:e})=>Z.summary(z(e)),candidateHref:t=>N(e.exportName,{[e.endParam]:t}),children:r=>B(S,{children:[B(Wc,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&B(`p`,{class:`muted small`,children:Z.usedAmong(z(a.length),z(i.length))}),t.more!==null&&B(`p`,{class:`muted small`,children:[Z.some(z(i.length),z(r.total)),` `,B(`button`,{type:`button`,onClick:t.more,children:R.more})]}),t.rows===null?B(`p`,{class:`asking`,children:R.loading}):B(`div`,{class:`reach-sides`,children:[B(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:B(Ho,{graph:d,words:n===`out`?Lc:Rc(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>P({focus:e??void 0}),provenance:r,exportName:e.exportName})}),B(`section`,{class:`reach-list`,"aria-label":Z.list,children:B(V,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?Vc:Hc,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Z.nothingFits})})]})]})}),h.length>0&&B(`div`,{class:`reach-evidence`,children:[B(Ri,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&B(`p`,{class:`reach-next`,children:B(`a`,{href:e.pathsHref(l[0],f),children:Z.whatIfGone})})]})]})}var Pc=50,Fc=[];function Ic(e){let[t,n]=T(Fc);return E(()=>{if(e.length<=Pc)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,Pc),[t,e])}var Lc=as(R.picture.hop);function Rc(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return as((e,n)=>R.picture.hopTo(t-e,n))}function zc(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(Bc)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...Bc(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(Bc)).slice(0,50)}var Bc=e=>e,Vc=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>B(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[B(Br,{permission:e}),e&&!t&&B(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>B(Vr,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>R.uses[e],sort:({exercised:e})=>R.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>mr(e),sort:({lastUsed:e})=>e,wide:!0}],Hc=Vc.filter(({key:e})=>e!==`sensitivity`);function Uc(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function Wc({totals:e,facts:t,direction:n}){return B(`dl`,{class:`totals`,children:[B(qc,{title:n===`out`?Z.reached:Z.reachedBy,children:B(`b`,{class:`total-number`,children:z(e.total)})}),t,B(qc,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>B(`a`,{class:`count`,href:N(n===`out`?`blast-radius`:`exposure`,Gc(e)),children:[z(t),` `,t===1?Lr(e).toLowerCase():R.picture.pluralKinds[e]??Lr(e)]},e))}),e.bySensitivity.length>0&&B(qc,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(Vr,{sensitivity:e})]},e))}),e.byPermission.length>0&&B(qc,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>B(`span`,{class:`count`,children:[z(t),` `,B(Br,{permission:e})]},e))})]})}function Gc(e){return{start:Kc(`start`),target:Kc(`target`),kind:e}}var Kc=e=>F(e);function qc({title:e,children:t}){return B(`div`,{class:`total`,children:[B(`dt`,{children:e}),B(`dd`,{children:t})]})}var Jc=2e3;function Yc(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:Jc}),s=a.of===i?a.rows:Jc,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return Xc(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||fn(e)||l({of:i,answer:{state:`failed`,question:r,problem:_n(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+Jc}):null}}async function Xc(e,t,n,r,i,a){let o=n(await mn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await mn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var Zc=R.reach;function Qc(){let e=rn(`start`),t=bc(j.value.params),n=Yc(Zn,e.length>0?{input:{start:[...e],...xc(t,M.value)},first:200}:null,e=>I(e.blastRadius));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:Zc.blastRadius}),B(`p`,{class:`lead`,children:e.length>0?Zc.blastRadiusLead:Zc.chooseStart}),B(`div`,{class:`subject`,children:[e.map(t=>B(`span`,{class:`subject-node`,children:[B(H,{id:t}),B(`button`,{type:`button`,class:`quiet`,"aria-label":Zc.remove(t),onClick:()=>P({start:e.filter(e=>e!==t)}),children:`×`})]},t)),B(lc,{label:e.length>0?Zc.addStart:Zc.start,onChoose:t=>P({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&B(S,{children:[B(fc,{filters:t}),B(Nc,{title:Zc.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>N(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>B(S,{children:[B(qc,{title:Zc.score,children:dr(e)}),B(qc,{title:Zc.share,children:ur(t)}),B(qc,{title:Zc.spend,children:B(`span`,{title:n?or(n):void 0,children:ar(n)})})]})})]})]})}var $c=R.reach;function el(){let e=F(`target`),t=bc(j.value.params),n=Yc(Qn,e?{input:{target:e,...xc(t,M.value)},first:200}:null,e=>I(e.exposure));return B(`div`,{class:`reach-view`,children:[B(`h1`,{children:$c.exposure}),B(`p`,{class:`lead`,children:e?$c.exposureLead:$c.chooseTarget}),B(`div`,{class:`subject`,children:[e&&B(H,{id:e}),B(lc,{label:$c.target,onChoose:e=>P({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&B(S,{children:[B(fc,{filters:t}),B(Nc,{title:$c.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>N(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var tl=`remit.recent`,nl=20,rl=[`start`,`target`,`from`,`node`,`of`];function il(){try{let e=JSON.parse(localStorage.getItem(tl)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,nl):[]}catch{return[]}}var al=gt(il()),ol=({params:e})=>rl.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function sl(e){if(!ol(e))return;let t=$t(e);al.value=[t,...al.value.filter(e=>e!==t)].slice(0,nl),localStorage.setItem(tl,JSON.stringify(al.value))}function cl(){al.value=[],localStorage.removeItem(tl)}var ll=()=>al.value.map(Qt),ul=[{key:`name`,title:R.search.name,cell:({id:e,name:t})=>B(H,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:R.search.kind,cell:({kind:e})=>Lr(e),sort:({kind:e})=>Lr(e)},{key:`source`,title:R.search.source,cell:({id:e})=>Nr(e),sort:({id:e})=>Nr(e),wide:!0},{key:`id`,title:R.search.id,cell:({id:e})=>B(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:R.search.actions,cell:({id:e})=>B(`span`,{class:`actions`,children:[B(`a`,{href:N(`blast-radius`,{start:e}),children:R.search.blastRadius}),B(`a`,{href:N(`exposure`,{target:e}),children:R.search.exposure})]})}];function dl(){let e=F(`text`)??``,t=rn(`kind`),n=e?{input:oc(e,M.value,t),first:100}:null,[r,i]=yn($n,n,e=>I(e.search),({nodes:e})=>e);return B(S,{children:[B(`h1`,{children:R.search.title}),B(`p`,{class:`lead`,children:R.search.lead}),B(`div`,{class:`search-form`,children:[B(`input`,{type:`text`,"aria-label":R.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>P({text:e.currentTarget.value},!0)}),B(`select`,{"aria-label":R.search.kind,value:t[0]??``,onChange:e=>P({kind:e.currentTarget.value}),children:[B(`option`,{value:``,children:R.search.allKinds}),Object.entries(R.kinds).map(([e,t])=>B(`option`,{value:e,children:t},e))]})]}),n?B(U,{title:R.search.matches(r.data?z(r.data.total):R.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>R.search.matches(z(e)),children:({total:e})=>B(V,{caption:R.search.title,columns:ul,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Hr(e);nn(t,{[n]:e})}})}):B(fl,{})]})}function fl(){let e=ll();return B(`section`,{class:`panel`,"aria-label":R.search.recent,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.search.recent}),e.length>0&&B(`button`,{type:`button`,class:`quiet`,onClick:cl,children:R.search.forget})]}),e.length===0&&B(`p`,{class:`empty`,children:R.search.noRecent}),B(`ul`,{class:`plain-list recent`,children:e.map(e=>B(`li`,{children:[B(`span`,{children:ir(e.view)}),B(H,{id:ol(e),href:$t(e)})]},$t(e)))})]})}var Q=R.sources;function pl({reasons:e}){return B(S,{children:e.map(({code:e,detail:t})=>B(`p`,{class:`small`,children:[B(`code`,{children:e}),` `,t]},e+t))})}var ml=({state:e})=>B(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function hl({scopes:e}){return B(`details`,{children:[B(`summary`,{children:Q.scopes(z(e.length))}),B(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>B(`li`,{children:[B(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var gl=[{key:`source`,title:Q.source,cell:({source:e})=>B(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>B(ml,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>pr(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>B(S,{children:[hr(e.ageS),` `,oi(e)&&B(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?B(`span`,{class:`muted`,children:Q.notPromised}):hr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>B(hl,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>B(pl,{reasons:e}),wide:!0}],_l=e=>e.map(({key:e,value:t})=>`${e} ${z(t)}`).join(`, `)||R.unknown,vl=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>pr(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>B(ml,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>B(`span`,{class:`small`,children:_l(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>B(`span`,{class:`small`,children:_l(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>B(`span`,{class:`small`,children:_l(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>B(pl,{reasons:e}),wide:!0}];function yl(){let e=vn(er,{},({status:e})=>e),t=F(`source`);return B(S,{children:[B(`h1`,{children:Q.title}),B(`p`,{class:`lead`,children:Q.lead}),B(U,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>B(V,{caption:Q.title,columns:gl,rows:e,rowKey:({source:e})=>e,selected:t})}),B(U,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>B(V,{caption:Q.runs,columns:vl,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var bl=R.unresolved;function xl({command:e}){let[t,n]=T(!1);if(!e)return B(`span`,{class:`muted`,children:R.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return B(`span`,{class:`command`,children:[B(`code`,{children:e}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?bl.copied:bl.copy})]})}var Sl=[{key:`kind`,title:bl.kind,cell:({kind:e})=>bl.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:bl.subject,cell:({id:e,name:t})=>e.includes(`/`)?B(H,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:bl.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:bl.candidates,wide:!0,cell:({candidates:e})=>B(S,{children:e.map(e=>B(`p`,{children:B(H,{id:e})},e))})},{key:`command`,title:bl.command,cell:({command:e})=>B(xl,{command:e})}];function Cl(){let[e,t]=yn(nr,{input:{asOf:M.value??null},first:100},e=>I(e.unresolved),({rows:e})=>e);return B(S,{children:[B(`h1`,{children:bl.title}),B(`p`,{class:`lead`,children:bl.lead}),B(U,{title:e.data?`${bl.title}: ${z(e.data.total)}`:bl.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>z(e),children:({total:e})=>B(V,{caption:bl.title,columns:Sl,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:bl.none})})]})}var wl=R.whatIf,Tl=Object.keys(R.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function El({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?ms(i,l):ps(i)),o({})};return B(`form`,{class:`edit-form`,"aria-label":wl.edit,onSubmit:e=>e.preventDefault(),children:[B(Ol,{label:wl.edit,value:t,onChange:e=>n(e),options:ls.map(e=>[e,wl.editKinds[e]??e])}),t===`remove`&&B(Ol,{label:wl.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,wl.node],[`edge`,wl.edge]]}),d?B(S,{children:[B(Dl,{label:wl.from,id:a.source,onChoose:e=>o({...a,source:e})}),B(Ol,{label:wl.kind,value:s,onChange:c,options:Tl.map(e=>[e,$o(e)])}),B(Dl,{label:wl.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&B(Ol,{label:wl.permission,value:l,onChange:u,options:[[``,wl.noPermission],...Object.entries(R.permissions)]}),B(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:wl.put})]}):B(lc,{label:wl.editKinds[t]??t,onChoose:f}),B(`p`,{class:`muted small edit-help`,children:wl.editHelp[t]})]})}function Dl({label:e,id:t,onChoose:n}){return B(`span`,{class:`edit-end`,children:[t&&B(H,{id:t}),B(lc,{label:e,onChoose:n})]})}function Ol({label:e,value:t,onChange:n,options:r}){return B(`label`,{class:`choice`,children:[B(`span`,{children:e}),B(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>B(`option`,{value:e,children:t},e))})]})}var $=R.whatIf;function kl(){let e=us(j.value.params),t=ds(e),n=vn(rr,t?{input:fs(e,M.value),first:200}:null,e=>I(e.whatIf)),r=(t,n)=>P({[t]:e[t].filter(e=>e!==n)});return B(`div`,{class:`what-if-view`,children:[B(`h1`,{children:$.title}),B(`p`,{class:`lead`,children:$.lead}),B(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?B(`ul`,{class:`edit-list`,children:ls.flatMap(t=>e[t].map(e=>B(Al,{kind:t,edit:e,onLeave:()=>r(t,e)},`${t} ${e}`)))}):B(`p`,{class:`muted`,children:$.nothing}),B(El,{onPut:(t,n)=>P({[t]:[...e[t].filter(e=>e!==n),n]})})]}),t&&B(U,{title:$.result,answer:n,exportName:`what-if`,exportTable:Vl,summary:({totalLost:e,totalGained:t})=>$.summary(z(e),z(t)),children:e=>B(jl,{data:e})})]})}function Al({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=gs(t,e);return B(`li`,{class:`edit`,children:[B(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),B(H,{id:r}),i&&B(`span`,{class:`muted`,children:$o(i)}),a&&B(H,{id:a}),o&&B(`span`,{children:R.permissions[o]}),B(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function jl({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return B(S,{children:[B(`div`,{class:`what-if-top`,children:[B(`div`,{children:[B(cs,{before:e.before,after:e.after}),e.spendStopsPerMonth&&B(`p`,{class:`muted small`,title:or(e.spendStopsPerMonth),children:$.spendStops(ar(e.spendStopsPerMonth))})]}),B(Ml,{title:$.order,lead:$.orderLead,children:B(V,{caption:$.order,columns:Fl,rows:e.order,rowKey:Pl})})]}),B(Ml,{title:`${$.lost}: ${z(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(z(n),z(r),z(i),z(a)):void 0,children:B(V,{caption:$.lost,columns:Ll,rows:e.lost.nodes,rowKey:Nl,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&B(Ml,{title:`${$.gained}: ${z(e.totalGained)}`,children:B(V,{caption:$.gained,columns:Rl,rows:e.gained.nodes,rowKey:Nl,total:e.totalGained})}),B(`div`,{class:`what-if-sides`,children:[B(Ml,{title:`${$.principals}: ${z(e.principals.totalCount)}`,children:B(V,{caption:$.principals,columns:zl,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),B(Ml,{title:`${$.closed}: ${z(e.orphanedPaths.closed.length)} · ${$.opened}: ${z(e.orphanedPaths.opened.length)}`,children:B(V,{caption:$.closed,columns:Bl,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function Ml({title:e,lead:t,children:n}){return B(`section`,{class:`part`,"aria-label":e,children:[B(`h3`,{children:e}),t&&B(`p`,{class:`panel-lead`,children:t}),n]})}var Nl=({id:e,target:t})=>`${e} ${t}`,Pl=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,Fl=[{key:`action`,title:R.orphaned.step,cell:({action:e})=>e},{key:`system`,title:R.orphaned.system,cell:({system:e})=>B(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>z(e),align:`end`},{key:`command`,title:R.orphaned.command,wide:!0,cell:({command:e})=>e?B(Li,{command:e}):B(`span`,{class:`muted`,children:R.orphaned.noCommand})}],Il=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],Ll=[{key:`who`,title:$.who,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?B(Br,{permission:e}):R.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?B(Br,{permission:e}):B(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>B(`span`,{class:e===`YES`?`tag tag-warn`:`muted`,children:R.uses[e]}),sort:({used:e})=>Il.indexOf(e)}],Rl=[{key:`who`,title:$.who,cell:({id:e})=>B(H,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?B(Br,{permission:e}):B(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?B(Br,{permission:e}):R.unknown}],zl=[{key:`who`,title:$.who,cell:({id:e,name:t})=>B(H,{id:e,name:t})},{key:`data`,title:R.home.dataSources,align:`end`,cell:e=>`${z(e.dataSourcesBefore)} → ${z(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${dr(e.scoreBefore)} → ${dr(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],Bl=[{key:`change`,title:$.change,cell:({isOpened:e})=>B(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?R.changes.opened:R.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:R.orphaned.root,cell:({root:e})=>B(H,{id:e,href:N(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:R.orphaned.target,cell:({target:e})=>B(H,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?B(Br,{permission:e}):R.unknown}];function Vl({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var Hl=[`ask`],Ul=[{name:`home`,component:fi,key:`h`,rights:Hl,isListed:!0},{name:`orphaned`,component:Ys,key:`o`,rights:Hl,isListed:!0},{name:`what-if`,component:kl,key:`w`,rights:Hl,isListed:!0},{name:`blast-radius`,component:Qc,key:`b`,rights:Hl,isListed:!0},{name:`exposure`,component:el,key:`e`,rights:Hl,isListed:!0},{name:`paths`,component:Oc,key:`p`,rights:Hl,isListed:!0},{name:`search`,component:dl,key:`/`,rights:Hl,isListed:!1},{name:`changes`,component:Fi,key:`d`,rights:Hl,isListed:!0},{name:`unresolved`,component:Cl,key:`l`,rights:Hl,isListed:!0},{name:`sources`,component:yl,key:`s`,rights:Hl,isListed:!0},{name:`query`,component:ic,key:`q`,rights:Hl,isListed:!0}],Wl=`remit.theme`,Gl=[`auto`,`light`,`dark`],Kl=localStorage.getItem(Wl),ql=gt(Gl.find(e=>e===Kl)??`auto`);function Jl(){document.documentElement.dataset.theme=ql.value}function Yl(){ql.value=Gl[(Gl.indexOf(ql.value)+1)%Gl.length],localStorage.setItem(Wl,ql.value),Jl()}var Xl=1500,Zl=`search-box`,Ql=gt(!1),$l=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function eu(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function tu(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var nu=-1/0;function ru(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){Ql.value=!1,$l(e.target)&&e.target.blur();return}if($l(e.target))return;let t=performance.now()-nu<Xl;if(nu=-1/0,t){let t=Ul.find(({key:t,rights:n})=>t===e.key&&Ht(...n));t&&(e.preventDefault(),nn(t.name));return}let n={"/":()=>document.getElementById(Zl)?.focus(),g:()=>{nu=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:Yl,"?":()=>{Ql.value=!Ql.value},"]":()=>tu(1),"[":()=>tu(-1),j:eu,k:eu}[e.key];n&&(e.preventDefault(),n())}var iu=()=>document.addEventListener(`keydown`,ru),au=8,ou=120;function su(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),ou);return()=>clearTimeout(t)},[e]);let l=vn($n,n?{input:oc(n,M.value),first:au}:null,e=>I(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&$r(R.search.matches(z(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Hr(n.id);nn(e,{[t]:n.id})}else nn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${Zl}-list`;return B(`search`,{class:`search`,children:[B(`input`,{ref:c,id:Zl,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":R.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:R.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),B(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),B(`div`,{class:`suggestions`,hidden:!f,children:[B(`ul`,{role:`listbox`,id:g,"aria-label":R.shell.suggestions,children:u.map((e,t)=>B(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:B(H,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&B(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&B(`p`,{class:`suggestions-foot`,children:R.shell.noMatch}),d>u.length&&u.length>0&&B(`p`,{class:`suggestions-foot`,children:B(`a`,{href:N(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:R.shell.allMatches(z(d))})})]})]})}var cu={auto:`◐`,light:`○`,dark:`●`};function lu(){return B(`header`,{class:`top`,children:[B(`a`,{class:`product`,href:N(`home`),children:[B(uu,{}),R.product]}),B(su,{}),B(`div`,{class:`top-tools`,children:[B(`button`,{type:`button`,class:`quiet icon`,onClick:Yl,title:R.shell.theme[ql.value],"aria-label":R.shell.theme[ql.value],children:B(`span`,{"aria-hidden":`true`,children:cu[ql.value]})}),B(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":Ql.value,title:R.shell.help,"aria-label":R.shell.help,onClick:()=>Ql.value=!Ql.value,children:B(`span`,{"aria-hidden":`true`,children:`?`})}),Vt.value?.session&&B(`span`,{class:`session`,id:`session`,children:[B(`span`,{id:`who`,children:R.shell.signedInAs(Vt.value.name)}),B(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Wt(),children:R.shell.signOut})]})]})]})}function uu(){return B(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[B(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),B(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),B(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function du(){return B(`nav`,{class:`views`,"aria-label":R.shell.navigation,children:B(`ul`,{children:Ul.filter(({isListed:e,rights:t})=>e&&Ht(...t)).map(({name:e,key:t})=>B(`li`,{children:B(`a`,{href:N(e),"aria-current":j.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:ir(e)})},e))})})}var fu=[[`/`,R.keys.search],[`j`,R.keys.next],[`k`,R.keys.previous],[`]`,R.keys.nextList],[`[`,R.keys.previousList],[`Enter`,R.keys.open],[`w`,R.keys.whatGoes],[`u`,R.keys.undo],[`U`,R.keys.redo],[`t`,R.keys.theme],[`Esc`,R.keys.leave],[`?`,R.keys.help]];function pu(){let e=D(null),t=Ql.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),B(`dialog`,{ref:e,class:`help`,"aria-label":R.keys.title,onClose:()=>Ql.value=!1,children:[B(`header`,{class:`panel-head`,children:[B(`h2`,{children:R.keys.title}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>Ql.value=!1,children:R.shell.closeHelp})]}),B(`dl`,{class:`keys`,children:[fu.map(([e,t])=>B(`div`,{children:[B(`dt`,{children:B(`kbd`,{children:e})}),B(`dd`,{children:t})]},e)),Ul.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ht(...n)).map(({name:e,key:t})=>B(`div`,{children:[B(`dt`,{children:[B(`kbd`,{children:`g`}),` `,B(`span`,{class:`visually-hidden`,children:R.keys.then}),` `,B(`kbd`,{children:t})]}),B(`dd`,{children:ir(e)})]},e))]})]})}function mu(){let{value:e}=M,t=t=>P({asOf:yr(_r(gr(e),-t))});return B(`span`,{class:`as-of ${e?`is-set`:``}`,children:[B(`label`,{for:`as-of`,children:R.asOfControl.label}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>t(-1),"aria-label":R.asOfControl.earlier,title:R.asOfControl.earlier,children:B(`span`,{"aria-hidden":`true`,children:`◂`})}),B(`input`,{id:`as-of`,type:`datetime-local`,value:e?yr(gr(e)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);P({asOf:Number.isNaN(t.getTime())?void 0:yr(t)})}}),B(`button`,{type:`button`,class:`quiet`,onClick:()=>t(1),disabled:!e,"aria-label":R.asOfControl.later,title:R.asOfControl.later,children:B(`span`,{"aria-hidden":`true`,children:`▸`})}),e&&B(`button`,{type:`button`,class:`quiet`,onClick:()=>P({asOf:void 0}),children:R.shell.asOfClear})]})}var hu=12;function gu(){let{value:e}=ri;return B(`div`,{class:`strip`,id:`state`,children:[B(_u,{}),e?.builtAt&&B(`a`,{class:si.value.length?`strip-late`:``,href:N(`sources`),children:si.value.length?B(S,{children:[B(`span`,{"aria-hidden":`true`,children:`▲ `}),R.shell.lateSources(si.value.length)]}):R.shell.sourcesOnTime(e.sources.length)}),B(mu,{})]})}function _u(){let{value:e}=ri;if(ii.value)return B(`span`,{class:`strip-late`,children:ii.value.code===`OFFLINE`?R.shell.offline:ii.value.message||R.shell.statusFailed});if(!e)return B(`span`,{children:R.loading});if(!e.builtAt)return B(`span`,{class:`strip-late`,children:R.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return B(S,{children:[B(`span`,{children:R.shell.generation(e.generation)}),B(`span`,{title:pr(e.builtAt),children:R.shell.built(hr(t))}),e.digest&&B(`span`,{title:e.digest,children:[R.shell.digest(``),B(`code`,{children:e.digest.slice(0,hu)})]})]})}function vu(){let{view:e}=j.value,t=D(null),n=D(!0);return E(()=>{document.title=`${ir(e)} · ${R.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>sl(j.value),[j.value]),B(S,{children:[B(`a`,{class:`skip`,href:$t(j.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:R.shell.skip}),B(lu,{}),B(du,{}),B(gu,{}),B(`main`,{ref:t,tabIndex:-1,children:Vt.value&&B(yu,{name:e},`${e} ${ai.value}`)}),B(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Qr.value}),B(pu,{})]})}function yu({name:e}){let t=Ul.find(t=>t.name===e);if(!t)return B(`section`,{class:`panel`,children:[B(`h1`,{children:R.notThere.title}),B(`p`,{children:R.notThere.lead}),B(`p`,{children:B(`a`,{href:N(`home`),children:R.notThere.home})})]});if(!Ht(...t.rights))return B(`p`,{class:`panel`,children:R.notAllowed});let n=t.component;return B(n,{})}Jl(),an();var bu=Kt();bu&&!location.hash&&(location.hash=bu),iu(),Ut(),li(),Ae(B(vu,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,$r as n,T as o,B as r,O as s,so as t};
>>>>>>> 91dfecd (Explorer: orphaned paths with their revocation, and what-if)
