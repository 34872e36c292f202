var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&vt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function gt(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}gt.prototype.brand=rt,gt.prototype.h=function(){return!0},gt.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},gt.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},gt.prototype.subscribe=function(e){var t=this;return Dt(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},gt.prototype.valueOf=function(){return this.value},gt.prototype.toString=function(){return this.value+``},gt.prototype.toJSON=function(){return this.value},gt.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(gt.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function _t(e,t){return new gt(e,t)}function vt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function yt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function bt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function xt(e,t){gt.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}xt.prototype=new gt,xt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!vt(this))return this.f&=-2,!0;var e=k;try{yt(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,bt(this),this.f&=-2,!0},xt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}gt.prototype.S.call(this,e)},xt.prototype.U=function(e){if(this.t!==void 0&&(gt.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},xt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(xt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function St(e,t){return new xt(e,t)}function Ct(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,wt(e),t}finally{k=n,it()}}}function wt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ct(e)}function Tt(e){if(k!==this)throw Error(`Out-of-order effect`);bt(this),k=e,this.f&=-2;try{8&this.f&&wt(this)}finally{it()}}function Et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}Et.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},Et.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,Ct(this),yt(this),lt++;var e=k;return k=this,Tt.bind(this,e)},Et.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},Et.prototype.d=function(){this.f|=8,1&this.f||wt(this)},Et.prototype.dispose=function(){this.d()};function Dt(e,t){var n=new Et(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Ot,kt,At=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,jt=[];Dt(function(){Ot=this.N})();function Mt(e,t){u[e]=t.bind(null,u[e]||function(){})}function Nt(e){if(kt){var t=kt;kt=void 0,t()}kt=e&&e.S()}function Pt(e){var t=this,n=e.data,r=It(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=St(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=St(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Dt(function(){if(this.N=zt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Pt.displayName=`ReactiveTextNode`,Object.defineProperties(gt.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Pt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),Mt(`__b`,function(e,t){if(Nt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof gt&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),Mt(`__r`,function(e,t){if(e(t),t.type!==S){Nt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Dt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;At&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),Nt(n)}}),Mt(`__e`,function(e,t,n,r){Nt(),e(t,n,r)}),Mt(`diffed`,function(e,t){Nt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Ft(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Ft(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=_t(n);return{o:function(e,t){a.value=e,r=t},d:Dt(function(){this.N=zt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}Mt(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),Mt(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function It(e,t){return O(function(){return _t(e,t)},[])}var Lt=function(e){queueMicrotask(function(){queueMicrotask(e)})};function Rt(){at(function(){for(var e;e=jt.shift();)Ot.call(e)})}function zt(){jt.push(this)===1&&(u.requestAnimationFrame||Lt)(Rt)}var Bt=`remit.return`,Vt=!1,Ht=_t(null),Ut=(...e)=>e.some(e=>Ht.value?.rights.includes(e));async function Wt(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Kt(),e.ok&&(Ht.value=await e.json())}async function Gt(){Vt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});Vt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Kt(){Vt||(Vt=!0,sessionStorage.setItem(Bt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function qt(){let e=sessionStorage.getItem(Bt)??``;return sessionStorage.removeItem(Bt),e}var Jt=[`asOf`],Yt=/%(3A|2F|40|2C|3E|20)/g,Xt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Zt(e){return encodeURIComponent(e).replace(Yt,e=>Xt[e])}function Qt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function $t(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Qt(t)]??=[]).push(Qt(n))}return{view:Qt(t)||`home`,params:{...r}}}function en({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Zt(e)}=${Zt(t)}`));return`#/${e===`home`?``:Zt(e)}${n.length?`?${n.join(`&`)}`:``}`}var tn=_t($t(globalThis.location?.hash??``)),A=St(()=>tn.value.params.asOf?.[0]);function nn(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function rn(e,t={}){let n={};for(let e of Jt){let t=tn.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...nn(t)}}}var j=(e,t={})=>en(rn(e,t));function an(e){e!==en(tn.value)&&(tn.value=$t(e))}function on(e,t={}){let n=j(e,t);globalThis.location.hash=n,an(n)}function M(e,t=!1){let n={...tn.value.params};for(let t of Object.keys(e))delete n[t];let r=en({view:tn.value.view,params:{...n,...nn(e)}});r!==en(tn.value)&&(t?history.replaceState(null,``,r):globalThis.location.hash=r,an(r))}var sn=e=>tn.value.params[e]?.[0],cn=e=>tn.value.params[e]??[];function ln(){window.addEventListener(`hashchange`,()=>{an(en($t(globalThis.location.hash)))})}var N={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,earlier:`as of one change earlier`,later:`as of one change later`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,slider:e=>`${e}: moments at which the graph changed`,earlier:e=>`${e}: one change earlier`,later:e=>`${e}: one change later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~hidden":`Hidden from you`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Charges hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${t.toLowerCase()} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:e=>`Usage in the ledger${e?`, in ${e}`:``}. Seats, taxes, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${e.toLowerCase()}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,anomaly:`Anomaly`,insteadOf:`instead of`,withModel:`with`,usually:`usually`,drivers:`What grew`,ordinaryUpTo:`Ordinary up to`,expected:`Expected`,judged:(e,t)=>`${e} days of keys judged. An anomaly costs ${t}.`,noAnomalies:`No day of these stands out.`,forecastTitle:e=>`Where ${e} will end`,forecastLead:e=>`Usage in the ledger. Forecast by the ${e}.`,forecastRows:e=>`Month end by ${e.toLowerCase()}`,chargesApart:`Seats, taxes, credits and variance are beside the forecast. A key opens to its own month end.`,spent:`Spent`,interval:`Four of five times`,atLeast:`At least`,atMost:`At most`,budget:`Budget`,ofBudget:`Of the budget`,missingDays:`Days estimated`,noForecast:{TOO_SHORT:`fewer than 8 days are known`,NO_COST:`it cost nothing so far`,"":`nobody can say`},coneLabel:(e,t,n,r,i)=>`Spent ${e}; at the end of the month ${t} is expected, between ${n} and ${r}; budget: ${i}`,months:`Months to compare`,before:`Before`,after:`After`,differenceTitle:(e,t)=>`From ${e} to ${t}`,differenceLead:`Why the two months differ: who came and went, how much was used, at which price, of which models.`,differenceRows:e=>`Difference by ${e.toLowerCase()}`,differenceRowsLead:`What has no key (seats, taxes, credits, variance) is no row here.`,differenceSum:`Difference`,differenceAddsUp:`The parts are the difference, to the last digit.`,differenceParts:{before:`Before`,after:`After`,difference:`Difference`,people:`People`,volume:`Volume`,price:`Price`,mix:`Mix`,unmeasured:`Unmeasured`,charges:`Charges`},differenceWhy:{people:`who is new, less who is gone`,volume:`more or less of the same, by those who stayed`,price:`another price for one unit of the same model`,mix:`other models in other shares`,unmeasured:`usage without requests and tokens`,charges:`seats, taxes, credits and variance`},part:`Part`,daysOf:(e,t)=>`${e} to ${t}`,period:`Days`,varianceTitle:`Bills against usage`,varianceLead:`Per charge period what was billed for usage, what the usage rows cost, and what may be behind the difference. Causes may overlap.`,varianceAmounts:{billed:`Billed`,usage:`Usage`,variance:`Variance`,inWindow:`In these days`},varianceSum:`Bucket variance`,causes:`Likely causes`,noVariance:`No bill for usage falls on these days.`,restatedTitle:`Restated figures`,restatedLead:`What a source reported again, with other figures, of days that were over. The ledger has the later ones.`,restatedWhy:{LATE_ROWS:`more rows than before`,WITHDRAWN_ROWS:`fewer rows than before`,OTHER_AMOUNT:`the same use at another amount`,OTHER_COUNTS:`other counts in the same rows`,OTHER_ROWS:`other rows`},noRestated:`No source changed its figures of these days.`,figure:`Figure`,why:`Why`,beforeAmount:`First`,afterAmount:`Now`,source:`Source`,run:e=>`run ${e}`,at:`Observed`,overlapsTitle:`Reported twice`,overlapsLead:`What a second source reports of days that another accounts for. It is not added.`,leftOutSource:`Left out`,countedSource:`Counted`,noOverlaps:`Nothing is reported twice.`,pricedTitle:`Priced from a table`,pricedLead:`Per source of usage without a bill: how much of it is in the ledger, and how much beside it.`,counts:`Rule`,countsRules:{auto:`where there is no bill`,always:`always`,never:`never`},noPriced:`No usage is priced from a table.`,rowsTitle:e=>`Rows by ${e.toLowerCase()}`,opensTo:e=>`A row opens to what is behind it: ${e.toLowerCase()}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} that has no key (seats, taxes, credits, variance) the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Nobody can say`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`It is counted under the principal that alone holds it.`,evidence:`Evidence`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,noRoutes:`No route starts here any more: it was seen in use in the last 30 days.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,result:`Before and after`,before:`Before`,after:`After`,difference:`Difference`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noGained:`Nobody gains anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,elements:`What becomes different`,becomes:`Becomes`,becomesWords:{added:`added`,ended:`ended`,gone:`gone`,departed:`departed`,suspended:`suspended`,revoked:`revoked`,disabled:`disabled`,renewed:`gets a new secret`},summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},un=e=>N.views[e]??e,dn=864e5;function fn(e){if(!e)return N.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var pn=e=>e?e.slice(0,10):N.unknown;function mn(e){let t=[[86400,N.units.day],[3600,N.units.hour],[60,N.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return N.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function hn(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var gn=(e,t)=>new Date(e.getTime()-t*dn),_n=e=>e.toISOString().slice(0,10),vn=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),yn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},bn=`application/graphql-response+json, application/json`,xn=60,Sn=new Map,Cn=6e4;function wn(){Sn.clear()}var Tn=e=>e instanceof DOMException&&e.name===`AbortError`,En=(e,t)=>`${e}\n${JSON.stringify(t)}`;function Dn(e,t,n){let r=e.toString().trim(),i=En(r,t),a=Sn.get(i);if(a&&Date.now()-a.at<Cn)return Sn.delete(i),Sn.set(i,a),a.answer.catch(r=>{if(!Tn(r)||n?.aborted)throw r;return Dn(e,t,n)});let o=On(r,t,n);Sn.set(i,{at:Date.now(),answer:o}),o.catch(()=>{Sn.get(i)?.answer===o&&Sn.delete(i)});let s=Sn.keys().next();return Sn.size>xn&&!s.done&&Sn.delete(s.value),o}async function On(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:bn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw Tn(e)?e:new yn({code:`OFFLINE`,message:``})}r.status===401&&Kt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new yn(kn(o?.[0],i,r.status,s));return a}function kn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}var An=s({AccessPathsDocument:()=>hr,BlastRadiusDocument:()=>gr,ChangedElementPartsFragmentDoc:()=>qn,ChangesDocument:()=>Yn,CompletenessPartsFragmentDoc:()=>Pn,CostAnomaliesDocument:()=>Qn,CostBillDocument:()=>nr,CostDailyDocument:()=>$n,CostDifferenceDocument:()=>tr,CostForecastDocument:()=>er,CostSeriesDocument:()=>Zn,CostSumsDocument:()=>Xn,EdgeChangePartsFragmentDoc:()=>jn,EdgePartsFragmentDoc:()=>Bn,EvidencePartsFragmentDoc:()=>Wn,ExposureDocument:()=>_r,FreshnessPartsFragmentDoc:()=>Fn,HomeAnomaliesDocument:()=>sr,HomeChangesDocument:()=>ir,HomeForecastDocument:()=>or,HomeOrphanedDocument:()=>rr,HomeShadowDocument:()=>ar,HomeUnresolvedDocument:()=>cr,InventoryPartsFragmentDoc:()=>Vn,MomentsDocument:()=>xr,MoneyPartsFragmentDoc:()=>Rn,MonthEndPartsFragmentDoc:()=>Hn,NamesDocument:()=>lr,OrphanedChangePartsFragmentDoc:()=>Mn,OrphanedOfDocument:()=>fr,OrphanedPathPartsFragmentDoc:()=>Gn,OrphanedRootPartsFragmentDoc:()=>Un,OrphanedRootsDocument:()=>ur,OrphanedSheetDocument:()=>pr,OverlapPartsFragmentDoc:()=>zn,ProblemPartsFragmentDoc:()=>In,ReachedPagePartsFragmentDoc:()=>Kn,RevocationOfDocument:()=>mr,SearchDocument:()=>vr,SeriesPartsFragmentDoc:()=>Ln,SnapshotPartsFragmentDoc:()=>Nn,SourcesDocument:()=>yr,StatusDocument:()=>br,TypedDocumentString:()=>P,UnknownOwnersDocument:()=>dr,UnresolvedDocument:()=>Sr,WhatIfDocument:()=>Cr,WhatIfTotalsPartsFragmentDoc:()=>Jn}),P=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},jn=new P(`
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
    `,{fragmentName:`EdgeChangeParts`}),Mn=new P(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),Nn=new P(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),Pn=new P(`
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
    `,{fragmentName:`CompletenessParts`}),Fn=new P(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),In=new P(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Ln=new P(`
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
}`,{fragmentName:`SeriesParts`}),Rn=new P(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),zn=new P(`
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
}`,{fragmentName:`OverlapParts`}),Bn=new P(`
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
    `,{fragmentName:`EdgeParts`}),Vn=new P(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),Hn=new P(`
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
}`,{fragmentName:`MonthEndParts`}),Un=new P(`
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
}`,{fragmentName:`OrphanedRootParts`}),Wn=new P(`
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
    `,{fragmentName:`EvidenceParts`}),Gn=new P(`
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
}`,{fragmentName:`OrphanedPathParts`}),Kn=new P(`
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
}`,{fragmentName:`ReachedPageParts`}),qn=new P(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),Jn=new P(`
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
}`,{fragmentName:`WhatIfTotalsParts`}),Yn=new P(`
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
}`),Xn=new P(`
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
}`),Zn=new P(`
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
}`),Qn=new P(`
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
}`),$n=new P(`
    query CostDaily($input: CostAttributionInput!) {
  costAttribution(input: $input) {
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
}`),er=new P(`
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
}`),tr=new P(`
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
}`),nr=new P(`
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
}`),rr=new P(`
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
}`),ir=new P(`
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
}`),ar=new P(`
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
}`),or=new P(`
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
}`),sr=new P(`
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
}`),cr=new P(`
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
}`),lr=new P(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),ur=new P(`
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
}`),dr=new P(`
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
}`),fr=new P(`
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
}`),pr=new P(`
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
}`),mr=new P(`
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
}`),hr=new P(`
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
}`),gr=new P(`
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
}`),_r=new P(`
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
}`),vr=new P(`
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
}`),yr=new P(`
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
    `),br=new P(`
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
    `),xr=new P(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `),Sr=new P(`
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
}`),Cr=new P(`
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
}`),wr=400,Tr=_t([]);async function Er(){Tr.value=(await Dn(xr,{last:wr})).status.moments}function Dr(e,t){let n=Date.parse(t),[r,i]=[0,e.length];for(;r<i;){let t=r+i>>1;Date.parse(e[t])<=n?r=t+1:i=t}return r-1}function Or(e,t,n){let r=t===void 0?e.length:Dr(e,t);return n>0?e[r+1]:e[t!==void 0&&r>=0&&Date.parse(e[r])<Date.parse(t)?r:r-1]??t}var kr=Symbol.for(`pv`),Ar=0;Array.isArray;function F(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:kr,__v:--Ar,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var jr=250,Mr=2e3,Nr=e=>M({asOf:Or(Tr.value,A.value,e)});function Pr({id:e,label:t,value:n,onChoose:r}){let i=Tr.value,[a,o]=T(null),s=D(0),c=D(-1/0);E(()=>()=>clearTimeout(s.current),[]),E(()=>o(null),[n]);let l=a??(n===void 0?i.length:Math.max(0,Dr(i,n))),u=l>=i.length?N.shell.asOfNow:fn(a===null&&n?n:i[l]),d=e=>{o(e),clearTimeout(s.current),s.current=window.setTimeout(()=>{let t=performance.now()-c.current<Mr;c.current=performance.now(),r(i[e],t)},jr)};return F(`input`,{id:e,class:`moments`,type:`range`,min:0,max:i.length,step:1,value:l,disabled:!i.length,"aria-label":t,"aria-valuetext":u,title:u,onInput:({currentTarget:e})=>d(Number(e.value))})}function Fr({id:e,label:t,value:n,onChoose:r,onClear:i,clearWords:a}){let o=e=>r(Or(Tr.value,n,e),!1);return F(`span`,{class:`as-of ${n?`is-set`:``}`,children:[F(`label`,{for:e,children:t}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>o(-1),disabled:!Tr.value.length,"aria-label":N.asOfControl.earlier(t),title:N.asOfControl.earlier(t),children:F(`span`,{"aria-hidden":`true`,children:`◂`})}),F(Pr,{id:`${e}-slider`,label:N.asOfControl.slider(t),value:n,onChoose:r}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>o(1),disabled:!n,"aria-label":N.asOfControl.later(t),title:N.asOfControl.later(t),children:F(`span`,{"aria-hidden":`true`,children:`▸`})}),F(`input`,{id:e,type:`datetime-local`,value:n?vn(hn(n)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);r(Number.isNaN(t.getTime())?void 0:vn(t),!1)}}),n&&F(`button`,{type:`button`,class:`quiet`,onClick:i,children:a})]})}function Ir(){return F(Fr,{id:`as-of`,label:N.asOfControl.label,value:A.value,onChoose:(e,t)=>M({asOf:e},t),onClear:()=>M({asOf:void 0}),clearWords:N.shell.asOfClear})}function I(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new yn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function Lr(e){return e instanceof yn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function Rr(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),Dn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||Tn(e)||a({state:`failed`,question:r,problem:Lr(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),t!==null&&i.state===`idle`?{state:`loading`,question:r}:i}function zr(e,t,n,r){let i=Rr(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),Dn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}function L(e){return e?`${e.currency} ${Wr(Ur(e.amount,2))}`:N.unknown}var Br=e=>`${e.currency} ${e.amount}`,Vr=9;function R(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(Vr,`0`).slice(0,Vr));return e.startsWith(`-`)?-r:r}function Hr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function Ur(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Wr(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function Gr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var z=e=>Wr(String(e)),Kr=e=>`${Math.round(e*100)} %`,qr=e=>Wr(String(Math.round(e*10)/10));function Jr({row:e}){let t=Gr(e.spent,e.budget),n=Gr(e.expected,e.budget);if(t===null)return F(`span`,{class:`muted`,children:N.home.noBudget});let r=Math.max(1,t,n??0);return F(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${L(e.spent)} / ${L(e.budget)}`,children:[F(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&F(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),F(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),F(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var Yr=e=>e==null?N.home.cannotSay:e?N.home.over:N.home.within,Xr=200;function Zr(e,t){return e===t?0:e<t?-1:1}function Qr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*Zr(r(e),r(t))),...e.filter(e=>!a(e))]}function B(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(Xr),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>Qr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return F(`p`,{class:`empty`,children:e.empty??N.parts.empty});let _=e.total??f.length;return F(`div`,{class:`table-box`,children:[F(`table`,{class:`data-table`,children:[F(`caption`,{class:`visually-hidden`,children:e.caption}),F(`thead`,{children:F(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>F(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?F(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:N.parts.sortBy(t),children:[t,F(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),F(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>F(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>F(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&F(`tfoot`,{children:F(`tr`,{children:t.map(({key:t,align:n,wide:r})=>F(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&F(`p`,{class:`table-foot`,children:[i&&_>f.length?N.parts.sortedAmong(z(f.length),z(_)):N.parts.rowsOf(z(p.length),z(_)),(f.length>p.length||e.hasMore&&e.onMore)&&F(`button`,{type:`button`,onClick:()=>{l(c+Xr),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:N.more})]})]})}var $r=200,ei=_t(new Map),ti=new Set,ni=0;function ri(e,t){let n=t??ei.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(ti.add(e),ni||=window.setTimeout(ai))},[e,n]),n||oi(e)}var ii=e=>ei.value.get(e)??oi(e);async function ai(){ni=0;let e=[...ti].slice(0,$r);for(let t of e)ti.delete(t);ti.size&&(ni=window.setTimeout(ai));try{let{nodes:t}=await Dn(lr,{ids:e,asOf:A.value??null}),n=new Map(ei.value);t.forEach((t,r)=>n.set(e[r],t?.name||oi(e[r]))),ei.value=n}catch{}}function oi(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var si=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function ci(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var li={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},ui=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,di=e=>li[e]??ui,fi=e=>N.kinds[e]??e;function pi({kind:e}){return F(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":fi(e),children:F(`path`,{d:di(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var mi={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function hi({permission:e}){if(!e)return F(`span`,{class:`muted`,children:N.noPermission});let t=mi[e]??0;return F(`span`,{class:`permission permission-${e}`,children:[F(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>F(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),N.permissions[e]??e]})}function gi({sensitivity:e}){return e?F(`span`,{class:`sensitivity sensitivity-${e}`,children:N.sensitivities[e]??e}):null}var _i=e=>si(e)===`DataSource`||si(e)===`McpTool`||si(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function V({id:e,name:t,plain:n=!1,href:r}){let i=ri(e,t),{view:a,param:o}=_i(e),s=F(S,{children:[F(pi,{kind:si(e)}),F(`span`,{class:`chip-name`,children:i||oi(e)}),F(`span`,{class:`chip-system`,children:ci(e)})]});return n?F(`span`,{class:`chip`,title:e,children:s}):F(`a`,{class:`chip`,title:e,href:r??j(a,{[o]:e}),children:s})}function vi({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=F(S,{children:[F(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?N.shell.complete:N.shell.partial]});return!n.length&&!r.length?F(`span`,{class:`completeness is-complete`,children:a}):F(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[F(`summary`,{children:[a,i?` · ${N.shell.notes}`:``]}),F(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>F(`p`,{children:[F(`code`,{children:e}),` `,t]},e+t))})]})}function yi(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function bi(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function xi(e,t,n,r){let i=n?[n.snapshot.digest,n.snapshot.asOf,n.completeness.status]:[``,``,``],a=[r.toISOString(),`${t.text.replace(/\s+/g,` `)} ${JSON.stringify(t.variables)}`];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`,`exported_at`,`question`].map(yi).join(`,`),...e.rows.map((e,t)=>[...e,...i,...t===0?a:[``,``]].map(yi).join(`,`))].join(`\r
`)}\r\n`}function Si(e,t,n,r){return`${JSON.stringify({...bi(t,n,r),answer:e},null,2)}\n`}function Ci(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var wi=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Ti({problem:e,onRetry:t,candidateHref:n}){let r=N.remedies[e.code];return F(`div`,{class:`problem`,role:`alert`,children:[F(`p`,{class:`problem-message`,children:e.message||N.problems[e.code]||N.problems.fallback}),r&&F(`p`,{children:r}),e.candidates&&F(S,{children:[F(`p`,{children:N.parts.candidates}),F(`ul`,{class:`plain-list`,children:e.candidates.map(e=>F(`li`,{children:F(V,{id:e,href:n?.(e)})},e))})]}),F(`p`,{class:`muted small`,children:[N.parts.code,` `,e.code,e.requestId&&` · ${N.parts.request} ${e.requestId}`]}),t&&F(`button`,{type:`button`,onClick:t,children:N.tryAgain})]})}function Ei({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${N.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return F(`details`,{class:`query-behind`,children:[F(`summary`,{title:N.parts.questionTitle,children:N.parts.question}),F(`div`,{class:`query-box`,children:[F(`div`,{class:`query-tools`,children:[F(`button`,{type:`button`,onClick:()=>void i(),children:t?N.parts.copied:N.parts.copy}),F(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:N.parts.graphiql})]}),F(`pre`,{tabIndex:0,"aria-label":N.parts.questionTitle,children:e.text}),F(`pre`,{tabIndex:0,"aria-label":N.parts.variables,children:r})]})]})}var Di=_t(``),Oi=e=>{Di.value=e};function ki(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function H(e){let{answer:t,title:n}=e,r=Je(),i=ki(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Oi(`${n}: ${e.summary(t.data)}`)},[t]),F(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[F(`header`,{class:`panel-head`,children:[F(a,{id:r,children:n}),i&&F(vi,{provenance:i}),F(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&F(Ai,{...e,provenance:i}),t.question.variables!==null&&F(Ei,{question:t.question})]})]}),e.lead&&F(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&F(Ti,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&F(`p`,{class:`asking`,children:N.loading}),t.data!==void 0&&e.children(t.data)]})}function Ai({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return F(`span`,{class:`export`,role:`group`,"aria-label":N.parts.export,children:[n&&F(`button`,{type:`button`,class:`quiet`,onClick:()=>Ci(wi(t,r,`csv`),`text/csv`,xi(n(i),e.question,r,new Date)),children:N.parts.exportCsv}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>Ci(wi(t,r,`json`),`application/json`,Si(i,e.question,r,new Date)),children:N.parts.exportJson})]})}var ji=6e4,Mi=_t(null),Ni=_t(null),Pi=_t(0),Fi=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,Ii=St(()=>(Mi.value?.sources??[]).filter(Fi));async function Li(){try{let e=(await Dn(br,{})).status,t=Mi.value;t&&e.generation!==t.generation&&(wn(),Pi.value+=1,Oi(N.shell.newGeneration(e.generation))),Mi.value=e,Ni.value=null,t?.generation!==e.generation&&await Er()}catch(e){Ni.value=Lr(e)}}function Ri(){Li(),setInterval(()=>{document.visibilityState===`visible`&&Li()},ji),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&Li()})}function zi(e,t){return e<t?-1:+(e>t)}function Bi(e){return`${e.source}\t${e.kind}\t${e.target}`}function Vi(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function Hi(e){return e.slice(e.indexOf(`:`)+1)}var Ui=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function Wi(e,t){return e===null||t===null?e??t:Ui.indexOf(e)>=Ui.indexOf(t)?e:t}var Gi=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Ki=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function qi(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var Ji=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(Xi(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===Hi(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Bi(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:qi(Gi,r?.permission??null,e.permission??null),exercised:Wi(r?.exercised??null,t),evidence:Yi(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>zi(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>zi(e.key,t.key)),routes:this.routes}}};function Yi(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>zi(e.claimedBy,t.claimedBy)||zi(e.permission??``,t.permission??``))}function Xi(e,t,n,r){return{id:e,kind:Vi(e),name:t||Hi(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function Zi(e,t,n){let r=new Ji,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(Xi(t,Hi(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(Qi(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function Qi(e,t){return{...Xi(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function $i(e,t,n){let r=new Ji,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(Xi(e,Hi(e),0,`start`)),t!==e&&r.setNode(Xi(t,Hi(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function ea(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function ta(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(ea(n,r.source,r.target),ea(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var na=[`remove`,`offboard`,`block`,`add`];function ra(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var ia=e=>na.some(t=>e[t].length>0);function aa(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(na.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var oa=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,sa=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),ca=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(N.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function la(e,t){let n=t===`remove`||t===`add`?ca.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var ua=`LOSES`,da=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),fa=e=>N.reasons[e]??e,pa=({target:e,witness:t})=>t.at(-1)?.targetName??oi(e),ma=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function ha(e,t){let n=t.map(e=>({id:e.target,kind:Vi(e.target),name:pa(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return Zi(ma(e,t),n,`out`)}function ga(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(Xi(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:Bi({source:e,kind:ua,target:n}),source:e,target:n,kind:ua,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>zi(e.id,t.id)),edges:[...e.edges,...i]}}var _a=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>Vi(e)===`DataSource`);function va(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(oa),...e.nodes]}function ya(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(Bi),...e.nodes])}function ba(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var xa=(e,t)=>({cut:e,gone:t??new Set}),Sa=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),Ca=7,wa=30;function Ta(){let e=N.home;return F(S,{children:[F(`h1`,{children:e.title}),F(`p`,{class:`lead`,children:e.lead(A.value?fn(A.value):e.now)}),F(`div`,{class:`home`,children:[F(Da,{}),F(ka,{}),F(Ma,{}),F(Na,{}),F(Pa,{}),F(Ia,{}),F(La,{})]})]})}function Ea({count:e,words:t,address:n,strong:r}){return F(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[F(`span`,{class:`figure-count`,children:e}),` `,F(`span`,{class:`figure-words`,children:t})]})}function Da(){let e=N.home,t=Rr(rr,{input:{asOf:A.value??null}},e=>I(e.orphanedPaths));return F(H,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>z(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>F(S,{children:[F(`div`,{class:`figures`,children:[F(Ea,{count:z(t),words:e.orphanedOf(z(n)),address:j(`orphaned`),strong:!0}),r>0&&F(Ea,{count:z(r),words:e.unknownOwners,address:j(`orphaned`,{list:`unknown`})})]}),F(B,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>F(S,{children:[F(V,{id:t,name:n,href:j(`orphaned`,{root:t})}),r&&F(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>z(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:e=>F(Oa,{at:da(e)}),wide:!0,sort:da},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>L(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?F(V,{id:t.id,name:t.name}):F(`span`,{class:`muted`,children:e.nobody})}]})]})})}function Oa({at:e}){return e===null?F(`span`,{class:`muted`,children:N.orphaned.sinceUnknown}):F(`span`,{class:`nowrap`,children:pn(e)})}function ka(){let e=N.home,t=vn(gn(hn(A.value),Ca)),n=Rr(ir,{input:{from:t,asOf:A.value??null}},e=>I(e.changes)),r=j(`changes`,{from:t});return F(H,{title:e.changes,lead:e.changesLead(fn(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>F(S,{children:[F(`div`,{class:`figures`,children:[F(Ea,{count:`+${z(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),F(Ea,{count:`−${z(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),F(Ea,{count:`+${z(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),F(Ea,{count:`−${z(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),F(Ea,{count:`+${z(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),F(Ea,{count:`−${z(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),F(Ea,{count:z(a.totalCount),words:e.permissionsChanged,address:r}),F(Ea,{count:z(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&F(B,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>F(V,{id:e,name:n,href:j(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${z(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${z(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${qr(e)} → ${qr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var Aa=e=>e.map(({value:e})=>e).join(` · `);function ja({value:e,address:t}){return e.includes(`:`)?F(V,{id:e,href:t}):F(`a`,{href:t,children:e.replace(/^~/,``)})}function Ma(){let e=N.home,t=Rr(or,{input:{by:[`team`],asOf:A.value??null}},e=>I(e.forecast)),n=_n(hn(A.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return F(H,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>F(S,{children:[F(`div`,{class:`figures`,children:[F(Ea,{count:L(t.spent),words:e.spent,address:j(`cost`,r),strong:!0}),F(Ea,{count:L(t.expected),words:e.expected,address:j(`cost`,{by:`team`,show:`forecast`})})]}),F(B,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>Aa(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>F(ja,{value:e[0].value,address:j(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>L(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>L(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>F(Jr,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t,key:n})=>t?F(`a`,{class:e?`tag tag-bad`:`muted`,href:j(`cost`,{by:`team`,show:`forecast`,filter:`team=${n[0].value}`}),children:Yr(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Na(){let e=N.home,t=Rr(ar,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:A.value??null}},e=>I(e.inventory));return F(H,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>F(S,{children:[F(`div`,{class:`figures`,children:F(Ea,{count:z(t),words:e.shadow,address:j(`orphaned`,{list:`shadow`}),strong:t>0})}),F(B,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>F(V,{id:e,name:t,href:j(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>z(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>F(`span`,{class:`nowrap`,children:pn(e)}),sort:({lastUsed:e})=>e}]})]})})}function Pa(){let e=N.home,t=hn(A.value),n={from:_n(gn(t,wa)),to:_n(gn(t,1))},r=Rr(sr,{input:{by:[`team`],...n,asOf:A.value??null}},e=>I(e.anomalies));return F(H,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>F(S,{children:[F(`div`,{class:`figures`,children:F(Ea,{count:z(r.totalCount),words:e.judged(z(t)),address:j(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&F(B,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${Aa(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>pn(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>F(ja,{value:e[0].value,address:j(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>L(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>L(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var Fa={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function Ia(){let e=N.home,{value:t}=Mi,n=t?{state:`answered`,question:Fa,data:Ii.value}:{state:`loading`,question:Fa};return F(H,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>F(S,{children:[F(`div`,{class:`figures`,children:F(Ea,{count:z(t.length),words:e.late,address:j(`sources`),strong:t.length>0})}),F(B,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>F(`a`,{href:j(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>mn(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?N.unknown:mn(e),sort:({promisedAgeS:e})=>e}]})]})})}function La(){let e=N.home,t=Rr(cr,{input:{asOf:A.value??null}},e=>I(e.unresolved));return F(H,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>F(S,{children:[F(`div`,{class:`figures`,children:F(Ea,{count:z(t),words:e.looseEnds,address:j(`unresolved`)})}),F(B,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?F(V,{id:e,name:t,href:j(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>F(`span`,{class:`small`,children:e})}]})]})})}var Ra=2;function za(e){return Math.max(Ra,...e.map(e=>(e?.split(`.`)[1]??``).replace(/0+$/,``).length))}function U({amount:e,places:t=za([e]),signed:n=!1}){if(e==null)return F(`span`,{class:`muted`,children:N.unknown});let r=Ur(e,t),[i=`0`,a=``]=r.replace(/^-/,``).split(`.`),o=r.startsWith(`-`),s=/^0*$/.test(i+a);return F(`data`,{class:`amount ${s?`is-zero`:``}`,value:e,title:e,children:[s?``:o?`−`:n?`+`:``,Wr(`${i}.${a.slice(0,Ra)}`),F(`span`,{class:`amount-rest`,children:a.slice(Ra)})]})}var Ba=e=>/^[A-Z][A-Za-z]+:/.test(e),Va=e=>e.startsWith(`~`),Ha=e=>N.cost.nameless[e]??N.cost.ownerStates[e]??e,Ua=e=>Ba(e)?ii(e):Ha(e);function Wa({value:e,address:t}){if(Ba(e))return t===void 0?F(V,{id:e,plain:!0}):F(V,{id:e,href:t});let n=F(`span`,{class:Va(e)?`key-nameless`:``,children:Ha(e)});return t===void 0?n:F(`a`,{href:t,children:n})}var Ga=[`time`,`forecast`,`anomalies`,`difference`,`bill`],Ka=[`day`,`week`,`month`],qa=[`team`,`identity`,`department`,`cost_center`,`application`,`workspace`,`account`,`credential`,`provider`,`model`,`mcp_server`,`data_source`,`owner_state`,`day`,`week`,`month`],Ja=`~hidden`,Ya=Ka,Xa=[`EVEN`,`NONE`,`USAGE`],Za=3,Qa=62,$a=e=>Ya.includes(e),eo=e=>qa.includes(e),to=e=>/^\d{4}-\d\d-\d\d$/.test(e??``)&&!Number.isNaN(Date.parse(e)),no=e=>/^\d{4}-(0[1-9]|1[0-2])$/.test(e??``),ro=(e,t)=>Math.round((Date.parse(t)-Date.parse(e))/dn)+1,io=(e,t)=>_n(new Date(Date.parse(e)+t*dn)),ao=e=>_n(new Date(Date.parse(`${e}-01`)-dn)).slice(0,7),oo=e=>{let[t,n]=e.split(`-`).map(Number);return _n(new Date(Date.UTC(t,n,0)))};function so(e){let[t=``,n=``]=e.split(/=(.*)/s);return eo(t)&&n&&n!==`~hidden`?{dimension:t,value:n}:null}var co=({dimension:e,value:t})=>`${e}=${t}`,lo=(e,t)=>oo(e)<t?e:ao(e);function uo(e,t){let n=_n(hn(t));return e.show===`forecast`?{...e,from:`${n.slice(0,7)}-01`,to:n,step:`day`}:e.show===`difference`?{...e,from:`${e.month}-01`,to:oo(e.month)}:e}function fo(e){let t=e.by.filter(e=>!$a(e));return t.length?t:[`team`]}function po(e,t){let n=ro(e,t);return n<=Qa?`day`:n<=434?`week`:`month`}function mo(e,t){let n=t=>e[t]?.[0],r=_n(gn(hn(t),1)),i=to(n(`to`))?n(`to`):r,a=to(n(`from`))?n(`from`):io(i,-29),o=[...new Set((e.by??[]).flatMap(e=>e.split(`,`)).filter(eo))].slice(0,Za),s=Ka.find(e=>e===n(`step`))??po(a,i),c=no(n(`month`))?n(`month`):lo(i.slice(0,7),_n(hn(t)));return{by:o.length?o:[`team`],from:a,to:i,step:s,filters:(e.filter??[]).map(so).filter(e=>e!==null),show:Ga.find(e=>e===n(`show`))??`time`,currency:/^[A-Z]{3}$/.test(n(`currency`)??``)?n(`currency`):null,owners:Xa.includes(n(`owners`)??``)?n(`owners`):null,at:n(`at`)??null,month:c,compare:no(n(`compare`))?n(`compare`):ao(c)}}function ho(e){return[...new Set(e.map(({dimension:e})=>e))].map(t=>({dimension:t,values:e.filter(e=>e.dimension===t).map(({value:e})=>e)}))}function go(e,t){return{...t?{asOf:t}:{},...e.currency?{currency:e.currency}:{},...e.owners?{owners:e.owners}:{},...e.filters.length?{filters:ho(e.filters)}:{}}}var _o={team:[`identity`,`model`],department:[`team`,`identity`,`model`],cost_center:[`team`,`identity`,`model`],identity:[`model`,`application`],account:[`model`],credential:[`model`],application:[`model`,`identity`],workspace:[`identity`,`model`],provider:[`model`,`team`],model:[`identity`,`team`],mcp_server:[`data_source`,`identity`],data_source:[`mcp_server`,`identity`],owner_state:[`account`,`identity`]},vo=[`day`,`account`,`model`];function yo(e,t){if(e.join()===vo.join())return null;let n=new Set([...e,...t.map(({dimension:e})=>e)]),r=(_o[e[0]]??[]).find(e=>!n.has(e));return r?[r]:vo}function bo(e,t){let n=yo(e.by,e.filters);if(n===null||[...t.values()].includes(`~hidden`))return null;let{from:r,to:i}=e,a=e.filters.filter(({dimension:e})=>!t.has(e));for(let[e,n]of t)$a(e)?[r,i]=xo(e,n,r,i):a.push({dimension:e,value:n});return{by:n,from:r,to:i,filter:a.map(co)}}function xo(e,t,n,r){let[i,a]=So(e,t);return[i<n?n:i,a>r?r:a]}function So(e,t){if(e===`day`)return[t,t];if(e===`month`)return[`${t}-01`,oo(t)];let[n,r]=t.split(`-W`).map(Number),i=Date.UTC(n,0,4),a=i-(new Date(i).getUTCDay()+6)%7*dn+(r-1)*7*dn;return[_n(new Date(a)),_n(new Date(a+6*dn))]}function Co(e,t){if(e===`day`)return t;if(e===`month`)return t.slice(0,7);let n=Date.parse(t),r=new Date(n+(3-(new Date(n).getUTCDay()+6)%7)*dn),i=r.getUTCFullYear(),a=Math.floor((r.getTime()-Date.UTC(i,0,1))/(7*dn))+1;return`${i}-W${String(a).padStart(2,`0`)}`}function wo(e,t,n){let r=[];for(let i=t;i<=n;i=io(i,1)){let t=Co(e,i);r.at(-1)!==t&&r.push(t)}return r}var W=N.cost,To=30,Eo=90;function Do(){let e=_n(hn(A.value)),t=_n(gn(hn(A.value),1)),[n,r]=[e.slice(0,7),ao(e.slice(0,7))];return[{label:W.days(z(To)),from:io(t,-29),to:t},{label:W.days(z(Eo)),from:io(t,-89),to:t},{label:W.thisMonth,from:`${n}-01`,to:e},{label:W.lastMonth,from:`${r}-01`,to:oo(r)}]}function Oo({state:e}){let{from:t,to:n}=e,r=e.show!==`forecast`&&e.show!==`difference`,i=r=>F(`label`,{class:`choice`,children:[F(`span`,{children:W[r]}),F(`input`,{type:`date`,value:e[r],onChange:({currentTarget:{value:e}})=>{e&&M(r===`from`?{from:e,to:e>n?e:n,at:void 0}:{from:e<t?e:t,to:e,at:void 0})}})]});return F(S,{children:[F(`form`,{class:`filters cost-controls`,"aria-label":W.controls,onSubmit:e=>e.preventDefault(),children:[F(jo,{state:e}),r&&F(S,{children:[i(`from`),i(`to`),F(`span`,{class:`presets`,role:`group`,"aria-label":W.window,children:Do().map(e=>F(`button`,{type:`button`,"aria-pressed":e.from===t&&e.to===n,onClick:()=>M({from:e.from,to:e.to,step:void 0,at:void 0}),children:e.label},e.label))})]}),F(`label`,{class:`choice`,children:[F(`span`,{children:W.owners}),F(`select`,{value:e.owners??`EVEN`,onChange:({currentTarget:{value:e}})=>M({owners:e===`EVEN`?void 0:e}),children:Object.entries(W.ownerRules).map(([e,t])=>F(`option`,{value:e,children:t},e))})]})]}),(e.filters.length>0||e.currency)&&F(No,{state:e}),F(`nav`,{class:`tabs`,hidden:Ga.length<2,"aria-label":W.parts,children:Ga.map(t=>F(`a`,{href:Ao(e,t),"aria-current":e.show===t?`page`:void 0,children:W.shows[t]},t))})]})}var ko=e=>({by:e.by,from:e.from,to:e.to,filter:e.filters.map(co),show:e.show===`time`?void 0:e.show,currency:e.currency??void 0,owners:e.owners??void 0}),Ao=(e,t)=>j(`cost`,{...ko(e),show:t===`time`?void 0:t});function jo({state:e}){let[t,...n]=e.by;return F(`label`,{class:`choice`,children:[F(`span`,{children:W.by}),F(`select`,{value:t,onChange:({currentTarget:{value:e}})=>M({by:e,at:void 0}),children:qa.map(e=>F(`option`,{value:e,children:[W.dimensions[e],e===t&&n.length>0?` · ${n.map(e=>W.dimensions[e]).join(` · `)}`:``]},e))})]})}var Mo=({state:e})=>F(`span`,{class:`presets`,role:`group`,"aria-label":W.step,children:Ka.map(t=>F(`button`,{type:`button`,class:`quiet`,"aria-pressed":e.step===t,onClick:()=>M({step:t,at:void 0}),children:W.steps[t]},t))});function No({state:e}){return F(`ul`,{class:`filter-chips`,"aria-label":W.only,children:[e.filters.map(t=>F(`li`,{children:[F(`span`,{class:`muted`,children:W.dimensions[t.dimension]}),` `,F(Wa,{value:t.value}),F(`button`,{type:`button`,class:`quiet`,"aria-label":W.without(Ua(t.value)),title:W.without(Ua(t.value)),onClick:()=>M({filter:e.filters.filter(e=>e!==t).map(co),at:void 0}),children:F(`span`,{"aria-hidden":`true`,children:`×`})})]},co(t))),e.currency&&F(`li`,{children:[F(`span`,{class:`muted`,children:W.currency}),` `,e.currency,F(`button`,{type:`button`,class:`quiet`,"aria-label":W.without(e.currency),onClick:()=>M({currency:void 0}),children:F(`span`,{"aria-hidden":`true`,children:`×`})})]})]})}var Po=N.cost,Fo=200;function Io(e){let t={by:[...fo(e)],from:e.from,to:e.to,...go(e,A.value)};return Rr(Qn,e.show===`anomalies`||!e.by.every($a)?{input:t,first:Fo}:null,e=>I(e.anomalies))}function Lo({key:e}){let t=t=>e.find(e=>e.key===t)?.value??``,n=[`account`,`credential`,`application`].map(t).find(e=>e&&!Va(e))??t(`account`);return n===t(`model`)?[n]:[n,t(`model`)]}function Ro({drivers:e}){return F(`ul`,{class:`drivers`,children:e.map((e,t)=>F(`li`,{children:[Lo(e).map((e,t)=>F(`span`,{children:[t>0&&` ${Po.withModel} `,F(Wa,{value:e})]},e)),`: `,F(U,{amount:e.cost.amount}),` `,F(`span`,{class:`muted`,children:Po.usually}),` `,F(U,{amount:e.usual.amount,places:2})]},t))})}function zo({state:e}){let t=Io(e),n=fo(e),r=({day:t})=>e.at!==null&&Co(e.step,t)===e.at,i=[{key:`day`,title:Po.dimensions.day,cell:({day:t})=>F(`a`,{href:j(`cost`,{...ko(e),at:Co(e.step,t)}),class:`nowrap`,children:t}),sort:({day:e})=>e},...n.map(t=>{let r=({key:e})=>e.find(e=>e.key===t)?.value??``;return{key:t,title:Po.dimensions[t],cell:i=>F(S,{children:[F(Wa,{value:r(i),address:Bo(e,i)}),t===n.at(-1)&&F(`div`,{class:`narrow`,children:F(Ro,{drivers:i.drivers.slice(0,1)})})]}),sort:r}}),{key:`cost`,title:Po.amounts.cost,cell:({cost:e})=>F(U,{amount:e.amount}),sort:({cost:e})=>Number(R(e.amount)),align:`end`},{key:`expected`,title:Po.expected,cell:({expected:e})=>F(U,{amount:e.amount,places:2}),sort:({expected:e})=>Number(R(e.amount)),align:`end`,wide:!0},{key:`high`,title:Po.ordinaryUpTo,cell:({high:e})=>F(U,{amount:e.amount,places:2}),align:`end`,wide:!0},{key:`drivers`,title:Po.drivers,cell:({drivers:e})=>F(Ro,{drivers:e}),wide:!0}];return F(H,{title:Po.shows.anomalies,lead:t.data?Po.judged(z(t.data.judged),t.data.method):void 0,answer:t,exportName:`cost-anomalies`,summary:({rows:e})=>Po.anomaliesOf(z(e.totalCount)),exportTable:({rows:e})=>({columns:[`day`,...n,`cost`,`expected`,`low`,`high`,`currency`],rows:e.nodes.map(({day:e,key:t,cost:r,expected:i,low:a,high:o})=>[e,...n.map(e=>t.find(t=>t.key===e)?.value),r.amount,i.amount,a.amount,o.amount,r.currency])}),children:({rows:e})=>F(B,{caption:Po.shows.anomalies,rows:e.nodes,total:e.totalCount,rowKey:({day:e,key:t})=>[e,...t.map(({value:e})=>e)].join(` `),columns:i,rowClass:e=>r(e)?`is-chosen`:``,empty:Po.noAnomalies})})}function Bo(e,{key:t,day:n}){let r=bo({...e,by:fo(e),from:n,to:n},new Map(t.map(({key:e,value:t})=>[e,t])));return r?j(`cost`,{...ko(e),show:void 0,...r}):void 0}var G=N.cost,Vo=200;function Ho({state:e}){let t=Rr(nr,{input:{by:[`application`],from:e.from,to:e.to,...go(e,A.value)},first:Vo},e=>I(e.costAttribution));return F(S,{children:[F(H,{title:G.varianceTitle,lead:G.varianceLead,answer:t,exportName:`cost-variance`,exportTable:({variance:e})=>({columns:[`application`,`from`,`to`,`billed`,`usage`,`variance`,`in_window`,`currency`,`causes`],rows:e.map(e=>[e.application,e.from,e.to,e.billed.amount,e.usage.amount,e.variance.amount,e.inWindow.amount,e.billed.currency,e.causes.map(({code:e})=>e).join(` `)])}),children:({variance:t})=>F(Wo,{state:e,periods:t})}),F(H,{title:G.restatedTitle,lead:G.restatedLead,answer:t,exportName:`cost-restated`,exportTable:({restated:e})=>({columns:[`kind`,`application`,`category`,`from`,`to`,`source`,`run`,`at`,`why`,`before`,`after`,`currency`,`requests_before`,`requests_after`,`tokens_before`,`tokens_after`],rows:e.nodes.map(e=>[e.kind,e.application,e.category,e.from,e.to,e.source,e.run,e.at,e.why,e.before?.amount,e.after?.amount,(e.after??e.before)?.currency,e.requestsBefore,e.requestsAfter,e.tokensBefore,e.tokensAfter])}),children:({restated:e})=>F(B,{caption:G.restatedTitle,rows:e.nodes,total:e.totalCount,rowKey:({kind:e,application:t,category:n,from:r,to:i,source:a,run:o,basis:s})=>[e,t,n,r,i,a,o,s].join(` `),columns:Go,empty:G.noRestated})}),F(H,{title:G.overlapsTitle,lead:G.overlapsLead,answer:t,exportName:`cost-overlaps`,children:({overlaps:e})=>F(B,{caption:G.overlapsTitle,rows:e,rowKey:({kind:e,application:t,category:n,firstDay:r,source:i})=>[e,t,n,r,i].join(` `),columns:Ko,empty:G.noOverlaps})}),F(H,{title:G.pricedTitle,lead:G.pricedLead,answer:t,exportName:`cost-priced`,children:({priced:e})=>F(B,{caption:G.pricedTitle,rows:e,rowKey:({source:e})=>e,columns:qo,empty:G.noPriced})})]})}var Uo=(e,t)=>e===t?e:G.daysOf(e,t);function Wo({state:e,periods:t}){let n=e=>{let n=za(t.map(t=>t[e].amount));return{key:e,title:G.varianceAmounts[e],cell:t=>F(U,{amount:t[e].amount,places:n,signed:e===`variance`||e===`inWindow`}),sort:t=>Number(R(t[e].amount)),align:`end`,wide:e!==`inWindow`}},r=e.filters.filter(({dimension:e})=>e!==`application`).map(co),i=[{key:`application`,title:G.dimensions.application,cell:({application:t,from:n,to:i,causes:a})=>F(S,{children:[F(V,{id:t,href:j(`cost`,{...ko(e),show:void 0,by:`model`,from:n,to:i,filter:[...r,`application=${t}`]})}),F(`span`,{class:`narrow small muted`,children:[Uo(n,i),` · `,a.map(({code:e})=>e).join(`, `)]})]}),sort:({application:e})=>e},{key:`period`,title:G.period,cell:({from:e,to:t})=>F(`span`,{class:`nowrap`,children:Uo(e,t)}),sort:({from:e})=>e,wide:!0},n(`billed`),n(`usage`),n(`variance`),n(`inWindow`),{key:`causes`,title:G.causes,cell:({causes:e})=>F(`ul`,{class:`drivers`,children:e.map(({code:e,detail:t,amount:n,count:r})=>F(`li`,{children:[F(`code`,{children:e}),` `,t,n&&F(S,{children:[` `,F(U,{amount:n.amount})]}),r!=null&&F(`span`,{class:`muted`,children:[` (`,z(r),`)`]})]},e))}),wide:!0}],a=Hr(t.reduce((e,t)=>e+R(t.inWindow.amount),0n));return F(B,{caption:G.varianceTitle,rows:t,rowKey:({application:e,from:t,to:n})=>`${e} ${t} ${n}`,columns:i,empty:G.noVariance,footer:{application:G.varianceSum,inWindow:F(U,{amount:a,signed:!0})}})}var Go=[{key:`from`,title:G.period,cell:({from:e,to:t})=>F(`span`,{class:`nowrap`,children:Uo(e,t)}),sort:({from:e})=>e},{key:`kind`,title:G.figure,cell:({kind:e,category:t})=>e===t?e:`${e}, ${t}`,sort:({kind:e})=>e},{key:`application`,title:G.dimensions.application,cell:({application:e})=>e?F(V,{id:e}):N.unknown,wide:!0},{key:`why`,title:G.why,cell:({why:e})=>G.restatedWhy[e]??e,sort:({why:e})=>e,wide:!0},{key:`before`,title:G.beforeAmount,cell:({before:e})=>F(U,{amount:e?.amount}),align:`end`},{key:`after`,title:G.afterAmount,cell:({after:e})=>F(U,{amount:e?.amount}),align:`end`},{key:`requests`,title:G.requests,cell:({requestsBefore:e,requestsAfter:t})=>`${z(e)} → ${z(t)}`,align:`end`,wide:!0},{key:`source`,title:G.source,cell:({source:e,run:t})=>`${e}${t===null?``:`, ${G.run(String(t))}`}`,sort:({source:e})=>e,wide:!0},{key:`at`,title:G.at,cell:({at:e})=>fn(e),sort:({at:e})=>e,wide:!0}],Ko=[{key:`application`,title:G.dimensions.application,cell:({application:e})=>F(V,{id:e}),sort:({application:e})=>e},{key:`category`,title:G.figure,cell:({kind:e,category:t})=>e===t?e:`${e}, ${t}`,wide:!0},{key:`days`,title:G.period,cell:({firstDay:e,lastDay:t})=>F(`span`,{class:`nowrap`,children:Uo(e,t)}),sort:({firstDay:e})=>e,wide:!0},{key:`source`,title:G.leftOutSource,cell:({source:e})=>e,sort:({source:e})=>e},{key:`counted`,title:G.countedSource,cell:({counted:e})=>e,sort:({counted:e})=>e},{key:`cost`,title:G.amounts.cost,cell:({cost:e})=>F(U,{amount:e.amount}),sort:({cost:e})=>Number(R(e.amount)),align:`end`}],qo=[{key:`source`,title:G.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`counts`,title:G.counts,cell:({counts:e})=>G.countsRules[e]??e},{key:`cost`,title:G.inLedger,cell:({cost:e})=>F(U,{amount:e.amount}),align:`end`},{key:`estimate`,title:G.beside,cell:({estimate:e})=>F(U,{amount:e.amount}),align:`end`}],Jo=e=>e.reduce((e,t)=>e+t,0n);function Yo(e,t,n,r){let i=new Map(t.map((e,t)=>[e,t])),a=t.map(()=>0n),o=e.key.find(({key:e})=>e===n)?.value??[];return e.cost.forEach((e,t)=>{let n=i.get(o[t]??``);n!==void 0&&e!==null&&r(t)&&(a[n]=a[n]+R(e))}),a}function Xo(e,t,n,r,i,a){let o=Yo(t,a,i,()=>!0),s=e?.key.find(({key:e})=>e===n)?.value??[],c=e===null||$a(n)?[]:r.map(t=>{let n=Yo(e,a,i,e=>s[e]===t);return{key:t,nano:n,total:Jo(n)}}),l=o.map((e,t)=>e-Jo(c.map(({nano:e})=>e[t]))),u=l.some(e=>e!==0n)?[{key:null,nano:l,total:Jo(l)}]:[];return{periods:a,series:[...c,...u],totals:o}}function Zo({periods:e,series:t}){let[n,r]=[0n,0n];return e.forEach((e,i)=>{let a=t.map(({nano:e})=>e[i]),[o,s]=[Jo(a.filter(e=>e<0n)),Jo(a.filter(e=>e>0n))];o<n&&(n=o),s>r&&(r=s)}),[n,r]}function Qo(e,t,n=4){let r=t-e;if(r<=0n)return[0n];let i=r/BigInt(n)||1n,a=10n**BigInt(i.toString().length-1),o=[1n,2n,5n,10n].map(e=>e*a).find(e=>e>=i),s=[];for(let n=-((-e+o-1n)/o)*o;n<=t+o-1n;n+=o)s.push(n);return s}var $o=(e,t,n)=>n===t?0:Number((e-t)*1000000n/(n-t))/1e6,K=N.cost,es=200,ts=[`people`,`volume`,`price`,`mix`,`unmeasured`,`charges`],ns=[`people`,`volume`,`price`,`mix`,`unmeasured`],rs=1e3;function is({state:e}){let t=fo(e),[n,r]=zr(tr,{input:{by:[...t],from:e.from,to:e.to,compare:e.compare,...go(e,A.value)},first:es,after:null},e=>I(e.costAttribution),e=>e.drivers),i=K.differenceTitle(e.compare,e.month);return F(S,{children:[F(os,{state:e}),F(H,{title:i,lead:K.differenceLead,answer:n,exportName:`cost-difference`,exportTable:({difference:e})=>({columns:[`part`,`amount`,`currency`],rows:e?ss(e).map(({name:t,nano:n})=>[t,Hr(n),e.after.currency]):[]}),children:({difference:e})=>e&&F(cs,{difference:e})}),F(H,{title:K.differenceRows(t.map(e=>K.dimensions[e]).join(` · `)),lead:K.differenceRowsLead,answer:n,exportName:`cost-difference-rows`,exportTable:()=>({columns:[...t,`before`,`after`,`difference`,...ns,`currency`],rows:r.rows.map(e=>[...t.map(t=>as(e,t)),e.before.amount,e.after.amount,e.difference.amount,...ns.map(t=>e[t].amount),e.after.currency])}),children:({drivers:n})=>F(B,{caption:K.differenceRows(t.map(e=>K.dimensions[e]).join(` · `)),rows:r.rows,total:n.totalCount,hasMore:r.hasMore,isLoading:r.isLoading,onMore:r.more,rowKey:({key:e})=>e.map(({value:e})=>e).join(` `),columns:us(e,t,r.rows),empty:K.noRows,...r.hasMore?{}:{footer:ds(t[0],r.rows)}})})]})}var as=({key:e},t)=>e.find(e=>e.key===t)?.value??``;function os({state:e}){let t=(t,n)=>F(`label`,{class:`choice`,children:[F(`span`,{children:n}),F(`input`,{type:`month`,value:e[t],onChange:({currentTarget:{value:n}})=>n&&M({month:e.month,compare:e.compare,[t]:n})})]});return F(`form`,{class:`filters months`,"aria-label":K.months,onSubmit:e=>e.preventDefault(),children:[t(`compare`,K.before),t(`month`,K.after)]})}function ss({before:e,after:t,parts:n}){let r=new Map(n.map(({key:e,value:t})=>[e,R(t.amount)])),i=[...ts.filter(e=>r.has(e)),...[...r.keys()].filter(e=>!ts.includes(e))],a=R(e.amount),o=i.map(e=>{let[t,n]=[r.get(e),a];return a+=t,{name:e,nano:t,from:n,to:a,isSum:!1}}),s=(e,t)=>({name:e,nano:t,from:0n,to:t,isSum:!0});return[s(`before`,R(e.amount)),...o,s(`after`,R(t.amount))]}function cs({difference:e}){let t=ss(e),n=t.flatMap(({from:e,to:t})=>[e,t]),[r,i]=[n.reduce((e,t)=>t<e?t:e),n.reduce((e,t)=>t>e?t:e)],a=za([...t.map(({nano:e})=>Hr(e)),e.difference.amount]),o=t.at(-2).to===t.at(-1).to,s={before:K.daysOf(e.from,e.to),after:``};return F(S,{children:[F(`div`,{class:`table-box`,children:F(`table`,{class:`data-table steps`,children:[F(`caption`,{class:`visually-hidden`,children:K.shows.difference}),F(`thead`,{children:F(`tr`,{children:[F(`th`,{scope:`col`,children:K.part}),F(`th`,{scope:`col`,class:`wide`}),F(`th`,{scope:`col`,class:`end`,children:e.after.currency})]})}),F(`tbody`,{children:t.map(({name:e,nano:t,from:n,to:o,isSum:c})=>F(`tr`,{"data-part":e,class:c?`is-sum`:``,children:[F(`th`,{scope:`row`,children:[K.differenceParts[e]??e,F(`span`,{class:`muted small step-why`,children:s[e]??K.differenceWhy[e]})]}),F(`td`,{class:`wide step-bar`,children:F(`svg`,{viewBox:`0 0 ${rs} 16`,preserveAspectRatio:`none`,height:`16`,"aria-hidden":`true`,children:t!==0n&&F(`rect`,{class:c?`chart-series-1`:t<0n?`step-less`:`step-more`,x:Math.min($o(n,r,i),$o(o,r,i))*rs,width:Math.max(2,Math.abs($o(o,r,i)-$o(n,r,i))*rs),height:`16`})})}),F(`td`,{class:`end`,children:F(U,{amount:Hr(t),places:a,signed:!c})})]},e))}),F(`tfoot`,{children:F(`tr`,{"data-part":`difference`,children:[F(`th`,{scope:`row`,children:K.differenceSum}),F(`td`,{class:`wide`}),F(`td`,{class:`end`,children:F(U,{amount:e.difference.amount,places:a,signed:!0})})]})})]})}),F(`p`,{class:o?`sheet-proof`:`problem`,role:o?void 0:`alert`,children:o?K.differenceAddsUp:K.addsUpNot(Hr(t.at(-1).to-t.at(-2).to))})]})}var ls=(e,t)=>Hr(e.reduce((e,n)=>e+R(n[t].amount),0n));function us(e,t,n){let r=e=>{let t=za([...n.map(t=>t[e].amount),ls(n,e)]);return{key:e,title:K.differenceParts[e],cell:n=>F(U,{amount:n[e].amount,places:t,signed:e!==`before`&&e!==`after`}),sort:t=>Number(R(t[e].amount)),align:`end`,wide:e!==`difference`}};return[...t.map(t=>({key:t,title:K.dimensions[t],cell:n=>{let r=bo({...e,by:fo(e)},new Map(n.key.map(({key:e,value:t})=>[e,t])));return F(Wa,{value:as(n,t),address:r?j(`cost`,{...ko(e),show:void 0,...r}):void 0})},sort:e=>as(e,t)})),r(`before`),r(`after`),r(`difference`),...ns.filter(e=>e!==`unmeasured`||n.some(e=>R(e.unmeasured.amount)!==0n)).map(r)]}function ds(e,t){let n=e=>F(U,{amount:ls(t,e),places:za([...t.map(t=>t[e].amount),ls(t,e)]),signed:e!==`before`&&e!==`after`});return Object.fromEntries([[e,K.sumOfRows],...[`before`,`after`,`difference`,...ns].map(e=>[e,n(e)])])}var fs=`http://www.w3.org/2000/svg`,ps=24,ms=16,hs=2,gs=16e3;function _s(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*ms],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,fs),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-ps,r.y-ps,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(bs(`style`,ys()),bs(`metadata`,t.join(`
`)),xs(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Ss(e,r.x,r.y+r.height+ps+(t+.5)*ms))),new XMLSerializer().serializeToString(o)}async function vs(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(hs,gs/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function ys(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function bs(e,t){let n=document.createElementNS(fs,e);return n.textContent=t,n}function xs(e,t,n){let r=bs(`rect`,``),i={x:e.x-ps,y:e.y-ps,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Ss(e,t,n){let r=bs(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}var Cs=`fold:`;function ws(e,t){let n=Ts(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=Es(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=Os(e.edges,r),o=new Map(e.edges.map(e=>[e.key,Ds(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>zi(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function Ts(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(zi)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>zi(e.id,t.id)))}function Es(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:qi(Gi,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:qi(Ki,e.sensitivity,t.sensitivity),exercised:Wi(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:Cs+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function Ds(e,t){return Bi({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function Os(e,t){let n=new Map;for(let r of e){let e=Ds(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:qi(Gi,i.permission,r.permission),exercised:Wi(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>zi(e.key,t.key))}var ks={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},As={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},js=52,Ms=76,Ns=16,Ps=8,Fs=4,Is=60,Ls=400;function Rs(e){return`${e.source}\t${e.target}`}var zs=`\0`;function Bs(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=Rs(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${zs}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(Rs(n),n)})}return a.length>Ls?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Vs(e,t,n={}){let r=Bs(e,t),i=Hs(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Ws(e,a));for(let e=0;e<Ps;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Ks(o[e]??[],t?i.before:i.after,a))}return Js(i,o,n.pinned??new Map,r.bendsOf)}function Hs(e,t){let n=[...e].sort((e,t)=>zi(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function Us(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Ws(e,t){return Us(e,t),e}function Gs(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Ks(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Gs(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return Us(i,n),i}function qs(e){return Math.max(Is,Math.ceil(Math.sqrt(e*3)))}function Js(e,t,n,r){let i=qs(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*js});let u=r*204-Ns;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(zs)).length}),c+=u+Ms}),Ys(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of Zs(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:Qs(l)}}function Ys(e,t,n){for(let r=0;r<Fs;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())Xs(e.map(e=>{let t=a[e]??[];return t.length>0?Gs(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function Xs(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*js,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*js)}function Zs(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<js&&(s=Math.ceil(e.y+js));return i.set(a,s+js),[e,{x:a,y:s}]})}function Qs(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var $s=18.5,ec=15.5,tc=24,nc=16,rc=250,ic=e=>`translate(${e.x-94} ${e.y-20})`,ac=/[ijlrtfI.,:;'|!()[\]/ -]/,oc=/[A-HJ-Zmw@%…]/,sc=e=>e.reduce((e,t)=>e+(ac.test(t)?.62:oc.test(t)?1.3:1),0);function cc(e,t){let n=[...e];if(sc(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(sc([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function lc({layout:e,words:t}){let n=e.bounds.top-26;return F(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>F(`g`,{children:[F(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),F(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function uc({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>rc;return F(`g`,{class:e.edges.length<=nc?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=fc(a,o,t.bends.get(Rs(e))??[]);return F(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&F(`path`,{class:`edge-area`,d:l.path}),F(`path`,{class:`edge-line`,d:l.path}),!i&&F(`path`,{class:`edge-head`,d:l.head}),!i&&F(`path`,{class:`edge-cut`,d:dc(l.middle,5)}),!i&&F(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var dc=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function fc(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function pc({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>rc;return F(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&F(gc,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var mc=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,hc=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function gc({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:ks[e.permission]??0,s=e.sensitivity===null?void 0:As[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return F(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:ic(t),children:[!r&&F(`title`,{children:a}),e.role===`fold`&&F(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),F(`rect`,{class:`node-card`,width:188,height:40,rx:9}),F(`path`,{class:`node-side`,d:mc}),F(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:di(e.kind)}),F(`text`,{class:`node-name`,x:42,y:17,children:cc(c,s===void 0?$s:ec)}),F(`text`,{class:`node-words`,x:42,y:31,children:cc(n.subtitle(e),tc)}),o>0&&F(`path`,{class:`node-bars`,d:hc.slice(o).join(``)}),o>0&&F(`path`,{class:`node-bars is-full`,d:hc.slice(0,o).join(``)}),s!==void 0&&F(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&F(`path`,{class:`node-cut`,d:dc({x:17,y:20},9)}),i&&F(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function _c(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||zi(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||zi(t,n))[0]??null}}var vc=.04,yc=3,bc=28,xc=.55;function Sc(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=Oc(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function Cc(e,t,n,r){let i=Sc(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-bc-e.right*a:bc-e.left*a,y:t.height/2-n.y*a}}function wc(e,t,n){let r=Oc(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function Tc(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function Ec(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return Tc(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function Dc(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function Oc(e){return Math.min(yc,Math.max(vc,e))}var kc={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Ac=4,jc=.0016,Mc=1.25;function Nc(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Bc(a,e),l=O(()=>_c(t,n),[t,n]),u=O(()=>[F(lc,{layout:n,words:r}),F(uc,{graph:t,layout:n,words:r}),F(pc,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);Rc(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Lc(a.current,e)?.focus({preventScroll:!0})},[n,c]);return F(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[F(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=kc[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!Pc(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>Ic(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:F(`g`,{class:`picture-world`,children:u})}),F(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[F(`button`,{type:`button`,onClick:()=>c.zoom(Mc),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),F(`button`,{type:`button`,onClick:()=>c.zoom(1/Mc),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),F(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function Pc(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Mc);else if(e===`-`)r.zoom(1/Mc);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(Fc(a,s.id,n.selected));else return!1;return!0}function Fc(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function Ic(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Lc(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function Rc(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),zc(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];zc(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function zc(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Bc(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<xc)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<Ac)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(Tc(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=Dc(n.current,s(t));a.id!==null&&Lc(e.current,a.id)?.setAttribute(`transform`,ic(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,Dc(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(Tc(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(wc(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(Sc(a.current.layout.bounds,t())),reveal:e=>o(Ec(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(Cc(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(wc(n.current,Math.exp(-e.deltaY*jc),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Vc=[`YES`,`NO`,`UNKNOWN`];function Hc(){return F(`details`,{class:`picture-legend`,children:[F(`summary`,{children:N.picture.legend}),F(`ul`,{children:[Vc.map(e=>F(`li`,{children:[F(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:F(`g`,{class:`edge use-${e.toLowerCase()}`,children:[F(`path`,{class:`edge-line`,d:`M2 5H28`}),F(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),N.uses[e]]},e)),[...Ki].reverse().map(e=>F(`li`,{children:[F(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:F(`path`,{class:`node-sensitivity is-${e}`,d:As[e]})}),N.sensitivities[e]]},e))]}),F(`p`,{class:`muted small`,children:N.picture.keys})]})}var Uc=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Wc=function(e,t){return new URL(e,t).href},Gc={},Kc=function(e){return e.pathname.endsWith(`.css`)},qc=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Jc=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Wc(t,n);let r=s(t),i=Kc(r);return qc(Gc,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Uc,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Yc=1200,Xc=new Map;function Zc(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:Xc}),s=a.of===e.subject?a.at:Xc,[c,l]=[cn(`open`),cn(`hide`)],u=JSON.stringify([c,l]),d=O(()=>ta(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>ws(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>Qc(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>M({open:[...c,e.slice(Cs.length)]}),hide:e=>M({hide:[...l,...rl(m,e)]}),open:e=>on(_i(e).view,{[_i(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:il(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:N.picture.label(e.title,z(m.nodes.length),z(m.edges.length)),selected:nl(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=el(v>Yc),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&al(n,t,e.exportName,e.title,r)};return F(`div`,{class:`picture-box`,ref:i,children:[F(`div`,{class:`picture-tools`,children:[g!==null&&F($c,{onClick:()=>e.onFocus(null),children:N.picture.showAll}),c.length>0&&F($c,{onClick:()=>M({open:[]}),children:N.picture.showFolded}),l.length>0&&F($c,{onClick:()=>M({hide:[]}),children:N.picture.showHidden(z(l.length))}),s.size>0&&F($c,{onClick:()=>o({of:e.subject,at:Xc}),children:N.picture.unpin(z(s.size))}),F(`span`,{class:`picture-exports`,children:[!b&&F($c,{onClick:()=>ee(`svg`),children:N.picture.exportSvg}),!b&&F($c,{onClick:()=>ee(`png`),children:N.picture.exportPng})]})]}),b?F(b,{...y}):x?F(`div`,{class:`picture-frame`,"aria-busy":`true`}):F(Nc,{...y}),b&&F(`p`,{class:`muted small`,children:N.picture.large(z(v))}),F(Hc,{})]})}function Qc(e,t){let n=performance.now(),r=Vs(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function $c({onClick:e,children:t}){return F(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function el(e){let[t,n]=T(),r=O(()=>e&&tl(),[e]);return E(()=>{r&&!t&&Jc(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function tl(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function nl(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function rl(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function il(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function al(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=_s(e,[r,N.picture.provenance(a,o.slice(0,12),s),N.picture.exportedAt(new Date().toISOString())]);t===`svg`?Ci(wi(n,i,`svg`),`image/svg+xml`,c):Ci(wi(n,i,`png`),`image/png`,await vs(c))}var ol=260,sl=18,cl=46,ll=7,ul=280,dl=N.cost,fl=({key:e},t)=>e===null?`chart-rest`:e.startsWith(`~`)?`chart-nameless`:`chart-series-${t+1}`,pl=e=>Wr(Hr(e).replace(/\.?0+$/,``)).replace(/^-/,`−`);function ml(){let e=D(null),[t,n]=T(0);return E(()=>{let t=e.current;if(!t)return;let r=new ResizeObserver(([e])=>n(Math.round(e.contentRect.width)));return r.observe(t),()=>r.disconnect()},[]),[e,t]}function hl(e){let[t,n]=ml(),{stacks:r}=e,i=Math.max(ul,n);return F(`div`,{class:`chart-box`,ref:t,children:n>0&&r.periods.length>0&&F(gl,{...e,width:i})})}function gl({stacks:e,currency:t,label:n,anomalies:r,chosen:i,onHover:a,onChoose:o,width:s}){let{periods:c}=e,[l,u]=T(c.length-1),d=D(null),f=Qo(...Zo(e)),[p,m]=[f[0],f.at(-1)],h=Math.max(...f.map(e=>pl(e).length))*ll+12,g=(s-h-8)/c.length,_=e=>sl+(1-$o(e,p,m))*216,v=Math.ceil(cl/g),y=Math.min(l,c.length-1);return F(`svg`,{class:`picture chart`,width:s,height:ol,viewBox:`0 0 ${s} ${ol}`,role:`group`,"aria-label":n,children:F(`g`,{class:`picture-world`,children:[F(_l,{}),f.map(e=>F(`g`,{children:[F(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:h,x2:s,y1:_(e),y2:_(e)}),F(`text`,{class:`chart-tick`,x:h-8,y:_(e)+4,"text-anchor":`end`,children:pl(e)})]},String(e))),c.map((e,t)=>t%v===0&&F(`text`,{class:`chart-tick`,x:h+(t+.5)*g,y:252,"text-anchor":`middle`,children:e.length===10||e.length===8?e.slice(5):e},e)),F(`g`,{ref:d,onKeyDown:e=>{let t={ArrowLeft:y-1,ArrowRight:y+1,Home:0,End:c.length-1}[e.key];if(t!==void 0){let e=Math.max(0,Math.min(c.length-1,t));u(e),(d.current?.children[e])?.focus()}else if(e.key===`Enter`||e.key===` `)o(c[y]);else return;e.preventDefault(),e.stopPropagation()},onPointerLeave:()=>a(null),children:c.map((n,s)=>F(`g`,{class:`chart-bar`,role:`button`,tabIndex:s===y?0:-1,"data-period":n,"aria-pressed":n===i,"aria-label":xl(e,s,t,r.get(n)??0),onPointerEnter:()=>a(n),onFocus:()=>{u(s),a(n)},onBlur:()=>a(null),onClick:()=>o(n),children:[F(`rect`,{class:`chart-hit`,x:h+s*g,y:2,width:g,height:232}),F(vl,{stacks:e,index:s,x:h+(s+.12)*g,width:g*.76,y:_}),r.has(n)&&F(bl,{x:h+(s+.5)*g,y:yl(e,s,_),count:r.get(n)})]},n))})]})})}function _l(){return F(`defs`,{children:F(`pattern`,{id:`chart-hatch`,width:`6`,height:`6`,patternUnits:`userSpaceOnUse`,patternTransform:`rotate(45)`,children:[F(`rect`,{class:`chart-hatch-ground`,width:`6`,height:`6`}),F(`line`,{class:`chart-hatch-line`,x1:`0`,y1:`0`,x2:`0`,y2:`6`})]})})}function vl({stacks:e,index:t,x:n,width:r,y:i}){let[a,o]=[0n,0n];return F(S,{children:e.series.map((e,s)=>{let c=e.nano[t];if(c===0n)return null;let l=c>0n?a:o;c>0n?a+=c:o+=c;let[u,d]=[i(l),i(l+c)];return F(`rect`,{class:`chart-part ${fl(e,s)}`,"data-key":e.key??``,x:n,y:Math.min(u,d),width:r,height:Math.abs(u-d)},e.key??``)})})}var yl=({series:e},t,n)=>n(e.reduce((e,{nano:n})=>n[t]>0n?e+n[t]:e,0n));function bl({x:e,y:t,count:n}){return F(`g`,{class:`chart-mark`,transform:`translate(${e} ${t-4})`,children:[F(`path`,{d:`M0 0l-5 -8h10z`}),n>1&&F(`text`,{x:`7`,y:`-1`,children:n})]})}function xl({periods:e,series:t,totals:n},r,i,a){let o=e=>L({currency:i,amount:Hr(e)}),s=t.filter(({nano:e})=>e[r]!==0n).map(({key:e,nano:t})=>`${e===null?dl.rest:Ua(e)} ${o(t[r])}`),c=a>0?[dl.anomaliesOf(z(a))]:[];return[`${e[r]}: ${o(n[r])}`,...c,...s].join(`; `)}var q=N.cost,Sl=100,Cl=280,wl=16,Tl=12,El=7,Dl=280,Ol=46;function kl({state:e}){let t=fo(e),[n,r]=zr(er,{input:{by:[...t],...go(e,A.value)},first:Sl,after:null},e=>I(e.forecast),e=>e.rows),i=Rr($n,{input:{by:[`day`],from:e.from,to:e.to,...go(e,A.value)}},e=>I(e.costAttribution)),a=D(null),o=t=>{let r=a.current?.querySelector(`svg.chart`),i=ki(n.data);r&&i&&al(r,t,`cost-forecast`,q.forecastTitle(e.from.slice(0,7)),i)},s=Ml(e,t);return F(S,{children:[F(H,{title:q.forecastTitle(e.from.slice(0,7)),lead:n.data&&q.forecastLead(n.data.method),answer:n,exportName:`cost-forecast`,tools:F(`span`,{class:`export`,children:[F(`button`,{type:`button`,class:`quiet`,onClick:()=>o(`svg`),children:N.picture.exportSvg}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>o(`png`),children:N.picture.exportPng})]}),summary:({total:e})=>`${q.expected} ${L(e.expected)}`,children:t=>{let n=jl(t);return F(`div`,{ref:a,children:[F(Nl,{end:n}),i.data&&F(Pl,{end:n,state:e,columns:i.data.columns})]})}}),F(H,{title:q.forecastRows(t.map(e=>q.dimensions[e]).join(` · `)),lead:q.chargesApart,answer:n,exportName:`cost-forecast-rows`,exportTable:()=>({columns:[...t,`month`,`spent`,`expected`,`low`,`high`,`budget`,`over`,`currency`],rows:r.rows.map(e=>[...t.map(t=>Al(e,t)),e.month,e.spent.amount,e.expected?.amount,e.low?.amount,e.high?.amount,e.budget?.amount,e.over===null?``:String(e.over),e.spent.currency])}),children:({rows:{totalCount:e}})=>F(B,{caption:q.shows.forecast,rows:r.rows,total:e,hasMore:r.hasMore,isLoading:r.isLoading,onMore:r.more,rowKey:({key:e})=>e.map(({value:e})=>e).join(` `),columns:s,empty:q.noRows})})]})}var Al=({key:e},t)=>e.find(e=>e.key===t)?.value??``;function jl({total:e,rows:t}){let[n]=t.nodes;return t.totalCount===1&&n&&!e.budget?{...e,budget:n.budget,over:n.over}:e}function Ml(e,t){let n=e=>e?Number(R(e.amount)):null,r=e.filters.filter(({dimension:e})=>!t.includes(e)).map(co);return[...t.map(t=>({key:t,title:q.dimensions[t],cell:n=>F(Wa,{value:Al(n,t),address:j(`cost`,{...ko(e),show:`forecast`,filter:[...r,...n.key.map(({key:e,value:t})=>`${e}=${t}`)]})}),sort:e=>Al(e,t)})),{key:`spent`,title:q.spent,cell:({spent:e})=>F(U,{amount:e.amount}),sort:({spent:e})=>n(e),align:`end`,wide:!0},{key:`expected`,title:q.expected,cell:({expected:e,reason:t})=>e?F(U,{amount:e.amount,places:2}):F(`span`,{class:`muted small`,children:q.noForecast[t??``]}),sort:({expected:e})=>n(e),align:`end`},{key:`interval`,title:q.interval,cell:({low:e,high:t})=>e&&t?F(S,{children:[F(U,{amount:e.amount,places:2}),` – `,F(U,{amount:t.amount,places:2})]}):N.unknown,align:`end`,wide:!0},{key:`budget`,title:q.budget,cell:({budget:e})=>e?F(U,{amount:e.amount}):F(`span`,{class:`muted`,children:N.home.noBudget}),sort:({budget:e})=>n(e),align:`end`,wide:!0},{key:`bar`,title:q.ofBudget,cell:e=>e.budget?F(Jr,{row:e}):null,wide:!0},{key:`over`,title:N.home.status,cell:({over:e,budget:t})=>t?F(`span`,{class:e?`tag tag-bad`:`muted`,children:Yr(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2},{key:`missing`,title:q.missingDays,cell:({missingDays:e})=>z(e),align:`end`,wide:!0}]}function Nl({end:e}){let t=(e,t,n,r)=>F(`div`,{class:`fact`,"data-fact":e,children:[F(`dt`,{children:t}),F(`dd`,{children:F(U,{amount:n?.amount,...r===void 0?{}:{places:r}})})]});return F(`dl`,{class:`fact-list`,children:[t(`spent`,q.spent,e.spent),t(`expected`,q.expected,e.expected,2),t(`low`,q.atLeast,e.low,2),t(`high`,q.atMost,e.high,2),t(`budget`,q.budget,e.budget),F(`div`,{class:`fact`,children:[F(`dt`,{children:N.home.status}),F(`dd`,{children:e.budget?F(`span`,{class:e.over?`tag tag-bad`:``,children:Yr(e.over)}):N.home.noBudget})]}),F(`div`,{class:`fact`,children:[F(`dt`,{children:q.missingDays}),F(`dd`,{children:z(e.missingDays)})]}),e.reason&&F(`p`,{class:`muted`,children:q.noForecast[e.reason]})]})}function Pl(e){let[t,n]=ml();return F(`div`,{class:`chart-box`,ref:t,children:n>0&&F(Fl,{...e,width:Math.max(Dl,n)})})}function Fl({end:e,state:t,columns:n,width:r}){let i=wo(`day`,t.from,oo(e.month)),{totals:a,periods:o}=Xo(null,n,`day`,[],`day`,wo(`day`,t.from,t.to)),s=0n,c=a.map(e=>s+=e),l=e=>e?R(e.amount):null,[u,d,f,p]=[l(e.expected),l(e.low),l(e.high),l(e.budget)],m=[...c,u,d,f,p].filter(e=>e!==null),h=Qo(m.reduce((e,t)=>t<e?t:e,0n),m.reduce((e,t)=>t>e?t:e,0n)),g=Math.max(...h.map(e=>pl(e).length))*El+12,_=(r-g-Tl)/Math.max(1,i.length),v=e=>g+e*_,y=e=>wl+(1-$o(e,h[0],h.at(-1)))*238,b=o.length,x=[[0,0n],...c.map((e,t)=>[t+1,e])].map(([e,t])=>`${v(e)},${y(t)}`).join(` `),ee=Math.ceil(Ol/_),te=q.coneLabel(L({currency:e.spent.currency,amount:Hr(s)}),L(e.expected),L(e.low),L(e.high),e.budget?L(e.budget):N.home.noBudget);return F(`svg`,{class:`picture chart`,width:r,height:Cl,viewBox:`0 0 ${r} ${Cl}`,role:`img`,"aria-label":te,children:F(`g`,{class:`picture-world`,children:[h.map(e=>F(`g`,{children:[F(`line`,{class:e===0n?`chart-zero`:`chart-grid`,x1:g,x2:r,y1:y(e),y2:y(e)}),F(`text`,{class:`chart-tick`,x:g-8,y:y(e)+4,"text-anchor":`end`,children:pl(e)})]},String(e))),i.map((e,t)=>t%ee===0&&F(`text`,{class:`chart-tick`,x:v(t+.5),y:272,"text-anchor":`middle`,children:e.slice(5)},e)),u!==null&&d!==null&&f!==null&&F(S,{children:[F(`polygon`,{class:`chart-cone`,points:`${v(b)},${y(s)} ${v(i.length)},${y(f)} ${v(i.length)},${y(d)}`}),F(`line`,{class:`chart-expected`,x1:v(b),y1:y(s),x2:v(i.length),y2:y(u)})]}),F(`polyline`,{class:`chart-line`,points:x}),F(`circle`,{class:`chart-today`,cx:v(b),cy:y(s),r:`3.5`}),p!==null&&F(S,{children:[F(`line`,{class:`chart-budget`,x1:g,x2:r,y1:y(p),y2:y(p)}),F(`text`,{class:`chart-tick chart-budget-text`,x:g+4,y:y(p)-5,children:q.budget})]})]})})}var Il=N.cost;function Ll(e,t){let n=e.columns.key.find(({key:e})=>e===t)?.value??[],r=new Map;return n.forEach((t,n)=>{t!==null&&t!==`~hidden`&&r.set(t,(r.get(t)??0n)+R(e.columns.cost[n]??`0`))}),[...r].filter(([,e])=>e!==0n).sort(([,e],[,t])=>e<t?1:e>t?-1:0).slice(0,8).map(([e])=>e)}function Rl(e,t){let n=e.by[0],r={from:e.from,to:e.to,...go(e,A.value)},i=$a(n)?[]:Ll(t,n),a=[...ho(e.filters.filter(e=>e.dimension!==n)),...i.length?[{dimension:n,values:[...i]}]:[]],o=$a(n)?[e.step]:[n,e.step];return{keys:i,variables:{input:{...r,by:o,filters:a},whole:{...r,by:[e.step]}}}}function zl({state:e,sums:t}){let n=t?Rl(e,t):null,r=Rr(Zn,n?.variables??null,e=>({...I(e.whole),parts:I(e.parts)})),i=Bl(e,Io(e).data?.rows.nodes??[]),[a,o]=T(null),s=D(null),c=Il.dimensions[e.by[0]],l=Il.barsTitle(c,Il.steps[e.step]),u=Il.barsQuestion(c,e.from,e.to,e.filters.map(({dimension:e,value:t})=>`${Il.dimensions[e]} ${Ua(t)}`)),d=e=>{let t=s.current?.querySelector(`svg.chart`),n=ki(r.data);t&&n&&al(t,e,`cost-over-time`,u,n)},f=({columns:t,parts:r})=>Xo(r.columns,t,e.by[0],n?.keys??[],e.step,wo(e.step,e.from,e.to));return F(H,{title:l,lead:Il.barsLead(t?.ledger.currency??``),answer:r,exportName:`cost-over-time`,exportTable:t=>Ul(f(t),e.step),tools:F(S,{children:[F(Mo,{state:e}),r.data&&F(`span`,{class:`export`,children:[F(`button`,{type:`button`,class:`quiet`,onClick:()=>d(`svg`),children:N.picture.exportSvg}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>d(`png`),children:N.picture.exportPng})]})]}),children:n=>{let r=f(n),c=a??e.at;return F(`div`,{ref:s,children:[F(hl,{stacks:r,currency:t?.ledger.currency??``,label:l,anomalies:new Map([...i].map(([e,t])=>[e,t.length])),chosen:e.at,onHover:o,onChoose:t=>M({at:t===e.at?void 0:t})}),F(Vl,{state:e,stacks:r,period:c,anomalies:c&&i.get(c)||[]})]})}})}function Bl(e,t){let n=new Map;for(let r of t){let t=Co(e.step,r.day);n.set(t,[...n.get(t)??[],r])}return n}function Vl({state:e,stacks:t,period:n,anomalies:r}){let i=n===null?-1:t.periods.indexOf(n),a=({nano:e,total:t})=>Hr(i<0?t:e[i]),o=Hr(i<0?t.totals.reduce((e,t)=>e+t,0n):t.totals[i]),s=za([o,...t.series.map(a)]),[c,l]=i<0?[e.from,e.to]:xo(e.step,t.periods[i],e.from,e.to);return F(`div`,{class:`readout`,children:[F(`p`,{class:`readout-head`,children:[F(`strong`,{children:i<0?Il.allPeriods:t.periods[i]}),` `,F(U,{amount:o,places:s}),i>=0&&(c!==e.from||l!==e.to)&&F(`a`,{href:j(`cost`,{...ko(e),from:c,to:l}),children:Il.onlyThis})]}),F(`ul`,{class:`legend-list`,children:t.series.map((t,n)=>F(`li`,{"data-key":t.key??``,children:[F(`svg`,{class:`swatch`,width:`12`,height:`12`,"aria-hidden":`true`,children:F(`rect`,{class:fl(t,n),width:`12`,height:`12`,rx:`2`})}),t.key===null?F(`span`,{children:Il.rest}):F(Wa,{value:t.key,address:Hl(e,t.key)}),F(U,{amount:a(t),places:s})]},t.key??``))}),r.length>0&&F(`ul`,{class:`anomaly-list`,children:r.map(({day:e,key:t,cost:n,expected:r,drivers:i})=>F(`li`,{children:[F(`span`,{class:`tag tag-bad`,children:Il.anomaly}),` `,t.map(({value:e})=>F(Wa,{value:e},e)),` `,e,`: `,F(U,{amount:n.amount}),` `,F(`span`,{class:`muted`,children:Il.insteadOf}),` `,F(U,{amount:r.amount,places:2}),F(Ro,{drivers:i})]},[e,...t.map(({value:e})=>e)].join(` `)))})]})}function Hl(e,t){let n=bo(e,new Map([[e.by[0],t]]));return n?j(`cost`,{...ko(e),...n}):void 0}var Ul=({periods:e,series:t},n)=>({columns:[n,`key`,`cost`],rows:e.flatMap((e,n)=>t.map(({key:t,nano:r})=>[e,t??`~rest`,Hr(r[n])]))}),Wl=N.cost,Gl=`reasoning`;function Kl({columns:e},t){let n=t.map(t=>e.key.find(({key:e})=>e===t)?.value??[]),r=e.tokens.filter(({key:e})=>e!==Gl);return e.cost.map((i,a)=>({key:new Map(t.map((e,t)=>[e,n[t][a]??``])),cost:i??`0`,estimate:e.estimate[a]??`0`,included:e.included[a]??`0`,basis:e.basis[a]??``,requests:e.requests[a]??0,tokens:r.reduce((e,{value:t})=>e+(t[a]??0),0)}))}var ql=({key:e})=>[...e.values()].join(` `),Jl=e=>Number(R(e));function Yl({state:e,answer:t}){let n=yo(e.by,e.filters);return F(H,{title:Wl.rowsTitle(e.by.map(e=>Wl.dimensions[e]).join(` · `)),lead:n?Wl.opensTo(n.map(e=>Wl.dimensions[e]).join(`, `)):Wl.finest,answer:t,exportName:`cost`,exportTable:t=>({columns:[...e.by,`cost`,`estimate`,`included`,`currency`,`basis`,`requests`,`tokens`],rows:Kl(t,e.by).map(e=>[...e.key.values(),e.cost,e.estimate,e.included,t.ledger.currency,e.basis,e.requests,e.tokens])}),summary:e=>Br(e.ledger),children:t=>F(Xl,{state:e,sums:t})})}function Xl({state:e,sums:t}){let n=Kl(t,e.by),r=n.reduce((e,{cost:t})=>e+R(t),0n),i=R(t.ledger.amount)-r,a={cost:za([...n.map(({cost:e})=>e),Hr(r)]),estimate:za([...n.map(({estimate:e})=>e),t.estimateValue.amount]),included:za([...n.map(({included:e})=>e),t.includedValue.amount])},o=e=>({key:e,title:Wl.amounts[e],cell:t=>F(U,{amount:t[e],places:a[e]}),sort:t=>Jl(t[e]),align:`end`,wide:e!==`cost`}),s=[...e.by.map((t,n)=>({key:t,title:Wl.dimensions[t],cell:r=>{let i=n===0?bo(e,r.key):null;return F(Wa,{value:r.key.get(t),address:i?j(`cost`,{...ko(e),...i}):void 0})},sort:e=>e.key.get(t)})),o(`cost`),o(`estimate`),o(`included`),{key:`basis`,title:Wl.basis,cell:({basis:e})=>F(`span`,{class:`muted small`,children:Wl.bases[e]??e}),sort:({basis:e})=>e,wide:!0},{key:`requests`,title:Wl.requests,cell:({requests:e})=>z(e),sort:({requests:e})=>e,align:`end`,wide:!0},{key:`tokens`,title:Wl.tokens,cell:({tokens:e})=>z(e),sort:({tokens:e})=>e,align:`end`,wide:!0}];return F(S,{children:[F(B,{caption:Wl.rowsTitle(Wl.dimensions[e.by[0]]),rows:n,rowKey:ql,columns:s,empty:Wl.noRows,footer:{[e.by[0]]:Wl.sumOfRows,cost:F(U,{amount:Hr(r),places:a.cost}),estimate:F(U,{amount:t.estimateValue.amount,places:a.estimate}),included:F(U,{amount:t.includedValue.amount,places:a.included})}}),F(`p`,{class:`table-foot`,children:i===0n?Wl.rowsAreLedger:Wl.rowsAndBuckets(L({currency:t.ledger.currency,amount:Hr(i)}))})]})}var J=N.cost,Zl=[`~unattributed`,`~shared`,Ja],Ql=[`seat`,`variance`,`tax`,`credit`,`other`];function $l(e,t,n){let r=e.columns.key.find(({key:e})=>e===t.by[0])?.value??[],i=new Map(Zl.map(e=>[e,0n])),a=new Set,o=0n;e.columns.cost.forEach((e,t)=>{let[n,s]=[r[t]??``,R(e??`0`)];Va(n)?i.set(n,(i.get(n)??0n)+s):(o+=s,a.add(n))});let s=t.filters.filter(({dimension:e})=>e!==t.by[0]).map(co),c=new Map(Ql.map(e=>[e,0n]));for(let{key:t,value:n}of e.buckets)c.set(t,R(n.amount));return[{name:`named`,label:J.named(z(a.size),J.dimensions[t.by[0]]),nano:o},...[...i].map(([e,r])=>({name:e,label:Ha(e),nano:r,...r!==0n&&e!==`~hidden`?{address:n({filter:[...s,`${t.by[0]}=${e}`]})}:{}})),...[...c].map(([e,t])=>({name:e,label:J.buckets[e]??e,nano:t,...e===`variance`&&t!==0n?{address:n({show:`bill`})}:{}}))]}function eu({sums:e,state:t,address:n}){let r=$l(e,t,n),i=r.reduce((e,{nano:t})=>e+t,0n),a=i===R(e.ledger.amount),o=za([...r.map(({nano:e})=>Hr(e)),e.ledger.amount,e.estimateValue.amount,e.includedValue.amount]),s=Hr(e.overlaps.filter(({cost:t})=>t.currency===e.ledger.currency).reduce((e,{cost:t})=>e+R(t.amount),0n));return F(`div`,{class:`ledger-sheet`,children:[F(`table`,{class:`sheet-table`,children:[F(`caption`,{class:`visually-hidden`,children:J.sheet}),F(`thead`,{children:F(`tr`,{children:[F(`th`,{scope:`col`,children:J.inLedger}),F(`th`,{scope:`col`,class:`end`,children:e.ledger.currency})]})}),F(`tbody`,{children:r.map(({name:e,label:t,nano:n,address:r})=>F(`tr`,{"data-part":e,children:[F(`th`,{scope:`row`,children:r?F(`a`,{href:r,children:t}):t}),F(`td`,{class:`end`,children:F(U,{amount:Hr(n),places:o})})]},e))}),F(`tfoot`,{children:F(`tr`,{"data-part":`ledger`,children:[F(`th`,{scope:`row`,children:J.ledger}),F(`td`,{class:`end`,children:F(U,{amount:e.ledger.amount,places:o})})]})})]}),F(`p`,{class:a?`sheet-proof`:`problem`,role:a?void 0:`alert`,children:a?J.addsUp:J.addsUpNot(Hr(R(e.ledger.amount)-i))}),F(`table`,{class:`sheet-table`,children:[F(`caption`,{class:`visually-hidden`,children:J.beside}),F(`thead`,{children:F(`tr`,{children:[F(`th`,{scope:`col`,children:J.beside}),F(`th`,{scope:`col`})]})}),F(`tbody`,{children:[F(tu,{name:`estimate`,label:J.estimateValue,amount:e.estimateValue.amount,places:o}),F(tu,{name:`included`,label:J.includedValue,amount:e.includedValue.amount,places:o}),F(`tr`,{"data-part":`overlaps`,children:[F(`th`,{scope:`row`,children:e.overlaps.length?F(`a`,{href:n({show:`bill`}),children:J.overlapsOf(z(e.overlaps.length))}):J.overlapsOf(`0`)}),F(`td`,{class:`end`,children:F(U,{amount:s,places:o})})]}),F(`tr`,{"data-part":`unpriced`,children:[F(`th`,{scope:`row`,children:J.unpriced}),F(`td`,{class:`end`,children:J.rows(z(e.unpricedRows))})]}),e.droppedBuckets.map(({key:e,value:t})=>F(tu,{name:`dropped-${e}`,label:J.dropped(J.buckets[e]??e),amount:t.amount,places:o},e)),e.leftOut.map(({currency:e,amount:t})=>F(`tr`,{"data-part":`left-out-${e}`,children:[F(`th`,{scope:`row`,children:F(`a`,{href:n({currency:e}),children:J.leftOut(e)})}),F(`td`,{class:`end`,children:F(U,{amount:t,places:o})})]},e))]})]}),e.rates.map(({key:t,value:n})=>F(`p`,{class:`muted small`,children:J.rate(t,String(n),e.ledger.currency)},t)),e.droppedBuckets.length>0&&F(`p`,{class:`muted small`,children:J.droppedWhy})]})}function tu({name:e,label:t,amount:n,places:r}){return F(`tr`,{"data-part":e,children:[F(`th`,{scope:`row`,children:t}),F(`td`,{class:`end`,children:F(U,{amount:n,places:r})})]})}var nu=N.cost;function ru(){let e=mo(tn.value.params,A.value);return F(S,{children:[F(`h1`,{children:nu.title}),F(`p`,{class:`lead`,children:nu.lead}),F(Oo,{state:e}),F(iu,{state:uo(e,A.value)})]})}function iu({state:e}){let t=Rr(Xn,{input:{by:[...e.by],from:e.from,to:e.to,...go(e,A.value)}},e=>I(e.costAttribution)),n=t=>j(`cost`,{...ko(e),...t});return F(`div`,{class:`cost`,children:[F(H,{title:nu.sums,lead:nu.sumsLead(e.from,e.to),answer:t,class:`cost-sheet`,exportName:`cost-sums`,children:t=>F(eu,{sums:t,state:e,address:n})}),F(`div`,{class:`cost-main`,children:[e.show===`time`&&F(S,{children:[F(zl,{state:e,sums:t.data}),F(Yl,{state:e,answer:t})]}),e.show===`anomalies`&&F(S,{children:[F(zl,{state:e,sums:t.data}),F(zo,{state:e})]}),e.show===`forecast`&&F(kl,{state:e}),e.show===`difference`&&F(is,{state:e}),e.show===`bill`&&F(Ho,{state:e})]})]})}var au=100,ou=7,su=[1,7,30,90],Y=N.changes;function cu(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var lu=({isOpened:e})=>F(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[F(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?Y.opened:Y.closed]}),uu={key:`change`,title:Y.change,cell:({isOpened:e})=>F(lu,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},du=[{key:`claimedBy`,title:Y.claimedBy,cell:({claimedBy:e})=>e??N.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:Y.run,cell:({run:e})=>e??N.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:Y.at,cell:({at:e})=>fn(e),sort:({at:e})=>e,wide:!0}],fu=[uu,{key:`source`,title:Y.source,cell:({source:e})=>F(V,{id:e}),sort:({source:e})=>e},{key:`kind`,title:Y.kind,cell:({kind:e})=>F(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:Y.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Y.permission,cell:({permission:e})=>e&&F(hi,{permission:e}),wide:!0},...du],pu=[uu,{key:`root`,title:Y.root,cell:({root:e})=>F(V,{id:e,href:j(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:Y.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`permission`,title:Y.permission,cell:({permission:e})=>F(hi,{permission:e}),wide:!0},{key:`hops`,title:Y.hops,cell:({hops:e})=>z(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:Y.reasons,cell:({reasons:e})=>F(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function mu({title:e,total:t,children:n}){return F(`section`,{class:`part`,children:[F(`h3`,{children:[e,` `,F(`span`,{class:`muted`,children:z(t)})]}),n]})}function hu(){let e=hn(A.value),t=sn(`from`)??vn(gn(e,ou)),n=sn(`of`),r=Rr(Yn,{input:{from:t,asOf:A.value??null,of:n??null},first:au},e=>I(e.changes));return F(S,{children:[F(`h1`,{children:Y.title}),F(`p`,{class:`lead`,children:Y.lead}),F(`div`,{class:`search-form`,role:`group`,"aria-label":Y.from,children:[su.map(n=>{let r=vn(gn(e,n));return F(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>M({from:r}),children:Y.days(n)},n)}),n&&F(S,{children:[F(V,{id:n}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>M({of:void 0}),children:Y.clearOf})]})]}),F(H,{title:r.data?`${fn(r.data.from)} → ${fn(r.data.to)}`:Y.title,answer:r,exportName:`changes`,candidateHref:e=>j(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:cu(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>Y.summary(z(e.opened.totalCount),z(e.closed.totalCount)),children:e=>F(gu,{data:e,from:t})})]})}function gu({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return F(S,{children:[F(mu,{title:Y.orphaned,total:s,children:F(B,{caption:Y.orphaned,columns:pu,rows:cu(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:Y.nothing})}),F(mu,{title:Y.reach,total:o.totalCount,children:F(B,{caption:Y.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:Y.nothing,columns:[{key:`who`,title:Y.root,cell:({id:e,name:n})=>F(V,{id:e,name:n,href:j(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:N.home.gained,cell:({gained:e})=>`+${z(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:N.home.lost,cell:({lost:e})=>`−${z(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:N.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${qr(e)} → ${qr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),F(mu,{title:Y.edges,total:c,children:F(B,{caption:Y.edges,columns:fu,rows:cu(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:Y.nothing})}),F(mu,{title:Y.permissions,total:r.totalCount,children:F(B,{caption:Y.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:Y.nothing,columns:[{key:`source`,title:Y.source,cell:({source:e})=>F(V,{id:e}),sort:({source:e})=>e},{key:`target`,title:Y.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`before`,title:Y.before,cell:({before:e})=>F(hi,{permission:e})},{key:`after`,title:Y.after,cell:({after:e})=>F(hi,{permission:e})},...du]})}),F(mu,{title:Y.properties,total:i.totalCount,children:F(B,{caption:Y.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:Y.nothing,columns:[{key:`id`,title:Y.of,cell:({id:e})=>F(V,{id:e}),sort:({id:e})=>e},{key:`property`,title:Y.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:Y.before,cell:({before:e})=>e??N.unknown},{key:`after`,title:Y.after,cell:({after:e})=>e??N.unknown},...du]})})]})}function _u({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return F(`span`,{class:`command`,children:[F(`code`,{children:e}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?N.parts.copied:N.parts.copy})]})}function vu({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),F(`aside`,{class:`evidence`,"aria-label":N.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[F(`header`,{class:`panel-head`,children:[F(`h2`,{children:N.parts.evidence}),F(`button`,{type:`button`,class:`quiet`,onClick:t,children:N.parts.close})]}),F(`ol`,{class:`evidence-list`,children:e.map(e=>F(`li`,{children:[F(`p`,{class:`evidence-edge`,children:[F(V,{id:e.source,name:e.sourceName}),F(`code`,{children:e.kind}),F(V,{id:e.target,name:e.targetName})]}),F(`dl`,{class:`facts`,children:[e.permission&&F(S,{children:[F(`dt`,{children:N.parts.permission}),F(`dd`,{children:F(hi,{permission:e.permission})})]}),F(`dt`,{children:N.parts.claimedBy}),F(`dd`,{children:e.claimedBy}),F(`dt`,{children:N.parts.since}),F(`dd`,{children:fn(e.since)}),e.lastUsed!==void 0&&F(S,{children:[F(`dt`,{children:N.parts.lastUsed}),F(`dd`,{children:pn(e.lastUsed)})]}),F(`dt`,{children:N.parts.statement}),F(`dd`,{children:e.evidence?F(`code`,{class:`statement`,children:e.evidence}):N.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var yu=N.picture,bu=N.permissions,xu=N.sensitivities,Su=e=>yu.edges[e]??e;function Cu(e){return e.role===`fold`?yu.fold(z(e.members.length),yu.pluralKinds[e.kind]??fi(e.kind)):e.name}function wu(e,t){return t&&(e.role===`fold`?yu.upTo(t.toLowerCase()):t)}function Tu(e){let t=e.permission===null?void 0:bu[e.permission],n=e.sensitivity===null?void 0:xu[e.sensitivity],r=[wu(e,t),wu(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return yu.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=ci(e.id);return e.role===`fold`||i===``?fi(e.kind):`${fi(e.kind)} · ${i}`}function Eu(e){return[Cu(e),e.role===`fold`?void 0:`${fi(e.kind)} ${ci(e.id)}`.trim(),e.role===`between`?yu.onTheWay:void 0,e.permission===null?void 0:wu(e,bu[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?yu.assumed:void 0,e.sensitivity===null?void 0:wu(e,xu[e.sensitivity]),e.exercised===null?void 0:N.uses[e.exercised],e.role===`fold`?yu.opensFold:void 0].filter(Boolean).join(`, `)}function Du(e,t,n){return[`${Cu(t)} ${Su(e.kind)} ${Cu(n)}`,e.permission===null?void 0:bu[e.permission],e.exercised===null?void 0:N.uses[e.exercised],yu.claims(e.evidence.length)].filter(Boolean).join(`, `)}function Ou(e){return{roleDescription:yu.roleDescription,zoom:yu.zoom,zoomIn:yu.zoomIn,zoomOut:yu.zoomOut,fit:yu.fit,hop:(t,n)=>e(t,z(n)),title:Cu,subtitle:Tu,describeNode:Eu,describeEdge:Du,edge:Su,cut:yu.cut,gone:yu.gone}}var ku=N.whatIf,Au=[{title:ku.dataSources,note:ku.dataSourcesNote,show:({dataSources:e})=>z(e)},{title:ku.score,note:ku.scoreNote,show:({score:e})=>qr(e)},{title:ku.orphanedRoots,show:({orphanedRoots:e})=>z(e)},{title:ku.orphanedPaths,note:ku.orphanedPathsNote,show:({orphanedPaths:e})=>z(e)},{title:ku.spend,show:({spendPerMonth:e})=>L(e),exact:({spendPerMonth:e})=>e?Br(e):void 0}];function ju({before:e,after:t}){return F(`table`,{class:`difference`,children:[F(`caption`,{class:`visually-hidden`,children:ku.result}),F(`thead`,{children:F(`tr`,{children:[F(`td`,{}),F(`th`,{scope:`col`,children:ku.before}),F(`th`,{scope:`col`,children:ku.after})]})}),F(`tbody`,{children:Au.map(({title:n,note:r,show:i,exact:a})=>F(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[F(`th`,{scope:`row`,children:[n,r&&F(`span`,{class:`difference-note`,children:r})]}),F(`td`,{title:a?.(e),children:i(e)}),F(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var X=N.orphaned,Mu=Ou(N.picture.hop),Nu=200;function Pu({root:e,answer:t,routes:n,more:r}){let i=_a(n),a={from:[e.id,...e.folded],to:[...i],asOf:A.value??null},o=Rr(mr,i.length>0?{input:a,first:Nu}:null,e=>I(e.revocation)),s=i.length===0||o.state===`answered`,c=s?va(o.data,e.id,e.folded):[],l=sn(`try`)!==void 0&&c.length>0&&c.length<=100,u=Rr(Cr,l?{input:{remove:[...c],...A.value?{asOf:A.value}:{}},first:1}:null,e=>I(e.whatIf)),d=()=>M({try:sn(`try`)===void 0||void 0},!0);Iu(`w`,d);let f=O(()=>ha(e.id,n),[e.id,n.length,t.data]),p=O(()=>ga(f,o.data?.collateral.nodes??[]),[f,o.data]),m=s&&n.length>0?ya(o.data,e.id,e.folded):Fu,h=l&&u.data?ba(f,e.id,u.data.orphanedPaths.closed,u.data.orphanedPaths.opened):null,g=new Map((l&&u.data?u.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),_=O(()=>xa(m,h),[[...m].join(`
`),h&&[...h].join(`
`)]);return F(S,{children:[F(`div`,{class:`root-top`,children:[F(Lu,{root:e,answer:t}),F(`section`,{class:`revocation`,"aria-label":X.revocation,children:[F(H,{title:X.revocation,lead:i.length>0?X.revocationLead:X.onlyModels,answer:i.length>0?o:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:Vu,summary:({cost:e})=>`${X.cost} ${z(e)}`,children:e=>F(Bu,{data:e})}),c.length>100?F(`p`,{class:`muted small`,children:X.tooMany(100)}):s&&F(`p`,{class:`try`,children:[F(`button`,{type:`button`,"aria-pressed":l,"aria-keyshortcuts":`w`,onClick:d,children:[l?X.tryingIt:X.tryIt,` `,F(`kbd`,{"aria-hidden":`true`,children:`w`})]}),F(`a`,{href:j(`what-if`,{remove:c}),children:X.openWhatIf})]}),l&&F(H,{title:N.whatIf.result,level:3,answer:u,exportName:`what-if`,summary:({after:e})=>`${N.whatIf.orphanedPaths} ${z(e.orphanedPaths)}`,children:({before:e,after:t})=>F(ju,{before:e,after:t})})]})]}),F(Hu,{root:e,answer:t,routes:n,more:r,graph:p,marks:_,left:g})]})}var Fu=new Set;function Iu(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function Lu({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),F(`section`,{class:`panel root-facts`,children:[F(`header`,{class:`root-head`,children:[F(`h2`,{tabIndex:-1,ref:n,children:[F(V,{id:e.id,name:e.name}),e.shadow&&F(`span`,{class:`tag`,children:X.shadowMark})]}),F(`nav`,{class:`actions`,"aria-label":e.name,children:[F(`a`,{href:j(`blast-radius`,{start:e.id}),children:X.blastRadius}),F(`a`,{href:j(`changes`,{of:e.id}),children:X.changes})]})]}),F(`dl`,{class:`facts root-list`,children:[F(`dt`,{children:X.why}),F(`dd`,{children:[e.reasons.length===0&&(X.state[e.state]??e.state),e.reasons.map(({code:e,since:t,evidence:n})=>F(`p`,{children:[F(`b`,{children:fa(e)}),t&&F(`span`,{class:`nowrap`,children:[` · `,fn(t)]}),F(`span`,{class:`root-evidence`,children:n})]},e+n))]}),F(`dt`,{children:X.since}),F(`dd`,{children:da(e)?fn(da(e)):X.sinceUnknown}),F(`dt`,{children:da(e)?X.spend:X.spendOfWindow}),F(`dd`,{title:e.spendSince?Br(e.spendSince):void 0,children:L(e.spendSince)}),e.folded.length>0&&F(S,{children:[F(`dt`,{children:X.folded}),F(`dd`,{class:`chips`,children:e.folded.map(e=>F(V,{id:e},e))})]}),F(`dt`,{children:X.nextOwner}),F(`dd`,{children:[e.nextOwner.length===0&&F(`span`,{class:`muted`,children:X.nobody}),e.nextOwner.map(({id:e,name:t,reason:n,evidence:r})=>F(`p`,{children:[F(V,{id:e,name:t}),` `,F(`span`,{children:X.nextOwners[n]??n}),F(`span`,{class:`root-evidence`,children:r})]},e+n))]})]}),t.state===`loading`&&F(`p`,{class:`asking`,children:N.loading})]})}var Ru=[{key:`action`,title:X.step,cell:({action:e})=>e},{key:`system`,title:X.system,cell:({system:e})=>F(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:X.cost,cell:({cost:e})=>z(e),align:`end`},{key:`command`,title:X.command,wide:!0,cell:({command:e})=>e?F(_u,{command:e}):F(`span`,{class:`muted`,children:X.noCommand})}],zu=[{key:`person`,title:X.person,cell:({id:e,name:t})=>F(V,{id:e,name:t})},{key:`loses`,title:X.loses,cell:({loses:e})=>F(`span`,{class:`chips`,children:e.map(e=>F(V,{id:e},e))})}];function Bu({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?F(`p`,{class:`empty`,children:X.noCut}):F(S,{children:[F(B,{caption:X.revocation,columns:Ru,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),F(`p`,{class:`verdict`,children:[F(`span`,{class:e.proven?`good`:`bad`,children:[F(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?X.proven:X.notProven]}),` `,X.cost,` `,F(`b`,{children:z(e.cost)}),`. `,t===0?X.noCollateral:`${X.collateral(z(t))}.`]}),t>0&&F(B,{caption:X.loses,columns:zu,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function Vu({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Hu({root:e,answer:t,routes:n,more:r,graph:i,marks:a,left:o}){let[s,c]=T(null),l=sn(`row`)??null,u=n.find(({target:e})=>e===l),d=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),M({row:t?void 0:e??void 0},!0)},f=s===null?u?.witness:i.edges.find(({key:e})=>e===s)?.evidence;return F(H,{title:X.routesTitle,lead:X.routesLead,answer:t,exportName:`orphaned-routes`,exportTable:()=>Wu(n),summary:({totalPaths:e})=>X.paths(z(e)),children:t=>n.length===0?F(`p`,{class:`empty`,children:X.noRoutes}):F(S,{children:[r!==null&&F(`p`,{class:`muted small`,children:[X.someRoutes(z(n.length),z(t.totalPaths)),` `,F(`button`,{type:`button`,onClick:r,children:N.more})]}),F(`div`,{class:`reach-sides`,children:[F(`section`,{class:`reach-picture`,"aria-label":N.reach.picture,children:F(Zc,{graph:i,words:Mu,title:X.routesTitle,subject:e.id,direction:`out`,selected:s??l,onSelect:d,focused:sn(`focus`)??null,onFocus:e=>M({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:a})}),F(`section`,{class:`reach-list`,"aria-label":N.reach.list,children:F(B,{caption:X.routesTitle,columns:Uu(o),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>a.gone.has(e)?`is-gone`:``,selected:l??``,onOpen:({target:e})=>d(e),total:t.totalPaths})})]}),f!==void 0&&f.length>0&&F(`div`,{class:`reach-evidence`,children:F(vu,{edges:f,onClose:()=>d(null)},s??l??``)})]})})}var Uu=e=>[{key:`target`,title:X.target,cell:e=>F(V,{id:e.target,name:pa(e)}),sort:e=>pa(e).toLowerCase()},{key:`permission`,title:X.permission,cell:({target:t,permission:n})=>F(S,{children:[n?F(hi,{permission:n}):N.unknown,e.has(t)&&F(S,{children:[` → `,F(hi,{permission:e.get(t)})]})]})},{key:`below`,title:X.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${z(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:X.hops,align:`end`,wide:!0,cell:({hops:e})=>z(e),sort:({hops:e})=>e},{key:`used`,title:X.lastUsed,cell:({lastUsed:e})=>pn(e),sort:({lastUsed:e})=>e}];function Wu(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Sa(e)])}}var Gu=N.orphaned;async function Ku(e){let t=[],n=[],r=I((await Dn(ur,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=I((await Dn(ur,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=I((await Dn(pr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function qu({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),da(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Sa(e)])})}}function Ju(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.print(),a(void 0))},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Ku(A.value),n={text:pr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>wi(`orphaned-paths`,t.provenance,e);e===`csv`?Ci(r(`csv`),`text/csv`,xi(qu(t),n,t.provenance,new Date)):e===`json`?Ci(r(`json`),`application/json`,Si({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(Lr(e))}finally{t(!1)}};return F(S,{children:[F(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Gu.sheet,"aria-busy":e||void 0,children:[F(`span`,{class:`muted`,children:Gu.sheet}),F(s,{purpose:`csv`,label:N.parts.exportCsv}),F(s,{purpose:`json`,label:N.parts.exportJson}),F(s,{purpose:`print`,label:Gu.print})]}),n&&F(Ti,{problem:n}),i&&F(Yu,{sheet:i})]});function s({purpose:t,label:n}){return F(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function Yu({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return F(`section`,{class:`sheet`,children:[F(`p`,{children:Gu.sheetLead(fn(r),i.slice(0,12))}),t.map(e=>F(`article`,{children:[F(`h2`,{children:[e.name,` `,F(`small`,{children:e.id})]}),F(`p`,{children:[e.reasons.map(({code:e,evidence:t})=>`${fa(e)} (${t})`).join(`; `)||Gu.state[e.state],`. `,Gu.since,`: `,da(e)?pn(da(e)):Gu.sinceUnknown,`. `,Gu.spend,`: `,L(e.spendSince),`. `,Gu.nextOwner,`: `,e.nextOwner[0]?.name??Gu.nobody,`.`]}),F(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>F(`li`,{children:[pa(e),` `,e.permission??``,` `,e.lastUsed?`${Gu.lastUsed}: ${e.lastUsed}`:``,F(`br`,{}),F(`small`,{children:Sa(e)})]},e.target))})]},e.id))]})}var Z=N.orphaned,Xu=[`all`,`shadow`,`unknown`];function Zu(){let e=sn(`list`),t=Xu.find(t=>t===e)??`all`,n=sn(`root`);return F(`div`,{class:`orphaned-view`,children:[F(`h1`,{children:Z.title}),F(`p`,{class:`lead`,children:Z.lead}),n?F(td,{id:n}):F(S,{children:[F(`nav`,{class:`lists`,"aria-label":Z.lists,children:Xu.map(e=>F(`a`,{href:j(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Z[e]},e))}),t===`unknown`?F(ed,{}):F($u,{list:t}),F(Ju,{})]})]})}var Qu=[{key:`root`,title:Z.root,cell:({id:e,name:t,shadow:n})=>F(S,{children:[F(V,{id:e,name:t,href:j(`orphaned`,{root:e})}),n&&F(`span`,{class:`tag`,children:Z.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Z.why,wide:!0,cell:({reasons:e,state:t})=>e.length>0?F(`span`,{title:e.map(({evidence:e})=>e).join(`
`),children:e.map(({code:e})=>fa(e)).join(`; `)}):F(`span`,{class:`muted`,children:Z.state[t]??t}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Z.since,wide:!0,cell:e=>da(e)?F(`span`,{class:`nowrap`,children:pn(da(e))}):F(`span`,{class:`muted`,children:Z.sinceUnknown}),sort:da},{key:`routes`,title:Z.routes,align:`end`,cell:({routes:e})=>z(e),sort:({routes:e})=>e},{key:`spend`,title:Z.spend,align:`end`,cell:({spendSince:e})=>F(`span`,{title:e?Br(e):void 0,children:L(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Z.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?F(V,{id:e.id,name:e.name}):F(`span`,{class:`muted`,children:Z.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function $u({list:e}){let[t,n]=zr(ur,{input:{asOf:A.value??null},first:200},e=>I(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return F(H,{title:r?Z.shadow:Z.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>nd(i),summary:({totalRoots:e,totalPaths:t})=>`${z(e)}, ${Z.paths(z(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>F(S,{children:[F(`div`,{class:`figures`,children:[F(`span`,{class:`figure figure-strong`,children:[F(`span`,{class:`figure-count`,children:z(r?i.length:e)}),` `,F(`span`,{class:`figure-words`,children:r?Z.shadowCount:Z.principals})]}),!r&&F(`span`,{class:`figure`,children:[F(`span`,{class:`figure-count`,children:z(t)}),` `,F(`span`,{class:`figure-words`,children:Z.routes.toLowerCase()})]})]}),F(B,{caption:r?Z.shadow:Z.all,columns:Qu,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>M({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Z.noShadow:Z.noRoots})]})})}function ed(){let[e,t]=zr(dr,{input:{asOf:A.value??null},first:200},e=>I(e.orphanedPaths),({unknown:e})=>e);return F(H,{title:Z.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>z(e),children:({totalUnknown:e})=>F(B,{caption:Z.unknown,columns:[{key:`id`,title:Z.root,cell:({id:e})=>F(V,{id:e}),sort:({id:e})=>e},{key:`why`,title:Z.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Z.noUnknown})})}function td({id:e}){let[t,n]=zr(fr,{input:{of:[e],asOf:A.value??null},first:200},e=>I(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return F(S,{children:[F(`p`,{class:`back`,children:F(`a`,{href:j(`orphaned`,{list:sn(`list`)}),children:[`← `,Z.back]})}),r===void 0?F(H,{title:Z.root,answer:t,children:()=>F(S,{children:[F(`p`,{children:F(V,{id:e})}),F(`p`,{class:`empty`,children:i?`${Z.state.UNKNOWN}: ${i.why}`:Z.notListed})]})}):F(Pu,{root:r,answer:t,routes:n.rows,more:n.hasMore?n.more:null})]})}function nd(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),da(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var rd=N.query,id=/^query (\w+)/,ad=Object.values(An).filter(e=>e instanceof P).map(e=>e.toString().trim()).filter(e=>id.test(e)).map(e=>({name:id.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function od(){return F(S,{children:[F(`h1`,{children:rd.title}),F(`p`,{class:`lead`,children:rd.lead}),F(`p`,{class:`search-form`,children:[F(`a`,{href:`graphiql`,children:rd.graphiql}),F(`a`,{href:`schema.graphql`,children:rd.schema})]}),F(`section`,{class:`panel`,"aria-label":rd.documents,children:[F(`header`,{class:`panel-head`,children:F(`h2`,{children:rd.documents})}),ad.map(({name:e,document:t})=>F(`details`,{class:`document`,children:[F(`summary`,{children:e}),F(`div`,{class:`query-box`,children:F(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var sd={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function cd(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&sd[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var ld=8,ud=120;function dd({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),ud);return()=>clearTimeout(e)},[i]);let f=Rr(vr,o?{input:cd(o,A.value),first:ld}:null,e=>I(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return F(`div`,{class:`search node-field`,children:[F(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${N.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),F(`div`,{class:`suggestions`,hidden:!g,children:[F(`ul`,{role:`listbox`,id:r,"aria-label":N.field.suggestions,children:p.map((e,t)=>F(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:F(V,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&F(`p`,{class:`suggestions-foot`,children:N.field.noMatch})]})]})}var fd=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],pd=[1,2,3,4,5,6,8,10],md=N.reach;function hd({filters:e}){return F(`form`,{class:`filters`,"aria-label":md.filters,onSubmit:e=>e.preventDefault(),children:[F(vd,{label:md.kinds,name:`kind`,value:e.kinds[0]??``,empty:md.anyKind,options:Object.entries(N.kinds)}),F(vd,{label:md.minPermission,name:`minPermission`,value:e.minPermission??``,empty:md.anyPermission,options:Object.entries(N.permissions)}),F(vd,{label:md.use,name:`use`,value:e.uses[0]??``,empty:md.anyUse,options:Object.entries(N.uses)}),F(_d,{filters:e})]})}function gd({filters:e,children:t}){return F(`form`,{class:`filters`,"aria-label":md.filters,onSubmit:e=>e.preventDefault(),children:[t,F(_d,{filters:e})]})}function _d({filters:e}){let t=fd.map(e=>[e,fi(e)]),n=e.via&&!fd.includes(e.via)?[[e.via,e.via]]:[];return F(S,{children:[F(vd,{label:md.via,name:`via`,value:e.via??``,empty:md.anyVia,options:[...n,...t]}),F(vd,{label:md.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:md.bases.EITHER??``,options:Object.entries(md.bases).filter(([e])=>e!==`EITHER`)}),F(vd,{label:md.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:md.anyHops,options:pd.map(e=>[String(e),md.upToHops(e)])})]})}function vd({label:e,name:t,value:n,empty:r,options:i}){return F(`label`,{class:n===``?`choice`:`choice is-set`,children:[F(`span`,{children:e}),F(`select`,{value:n,onChange:e=>M({[t]:e.currentTarget.value}),children:[F(`option`,{value:``,children:r}),i.map(([e,t])=>F(`option`,{value:e,children:t},e))]})]})}var yd=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],bd=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],xd=[`GRANTED`,`OBSERVED`,`EITHER`],Sd=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function Cd(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>yd.includes(e)),minPermission:n(bd,t(`minPermission`)),basis:n(xd,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>Sd.includes(e))}}function wd(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function Td(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function Ed(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var Dd=N.paths,Od=[1,3,5,10,20,50],kd=10,Ad=`all`,jd=Ou((e,t)=>N.picture.step(e,t));function Md(){let[e,t]=[sn(`from`),sn(`to`)],n=Cd(tn.value.params),r=Number(sn(`k`)??kd),i=Od.includes(r)?r:kd,a=wd({...n,kinds:[],minPermission:null},A.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=Rr(hr,o,e=>I(e.accessPaths));return F(`div`,{class:`reach-view`,children:[F(`h1`,{children:Dd.title}),F(`p`,{class:`lead`,children:Dd.lead}),F(`div`,{class:`subject`,children:[F(Nd,{name:`from`,label:Dd.from,id:e}),F(`button`,{type:`button`,onClick:()=>M({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[F(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,Dd.swap]}),F(Nd,{name:`to`,label:Dd.to,id:t})]}),o&&F(S,{children:[F(gd,{filters:n,children:F(vd,{label:Dd.k,name:`k`,value:i===kd?``:String(i),empty:String(kd),options:Od.filter(e=>e!==kd).map(e=>[String(e),String(e)])})}),F(H,{title:Dd.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Id(e.nodes),summary:({total:e})=>Dd.found(z(e)),children:e=>F(Pd,{data:e,subject:JSON.stringify(o)})})]})]})}function Nd({name:e,label:t,id:n}){return F(`span`,{class:`path-end`,children:[F(`span`,{class:`path-end-label`,children:t}),n&&F(V,{id:n}),F(dd,{label:t,onChoose:t=>M({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function Pd({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>$i(e.from,e.to,n),[e]),c=sn(`path`)??`0`,l=c===Ad?Ad:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return F(`p`,{class:`empty`,children:Dd.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return F(S,{children:[F(`p`,{class:`path-count`,children:[F(`b`,{children:Dd.found(z(e.total))}),` `,F(`a`,{href:j(`changes`,{of:e.from}),children:Dd.changes})]}),F(`div`,{class:`path-sides`,children:[F(`section`,{class:`reach-picture`,"aria-label":N.reach.picture,children:F(Zc,{graph:s,words:jd,title:Dd.title,subject:t,direction:`out`,selected:r??sn(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),M({row:t?void 0:e??void 0},!0)},focused:l===Ad?null:l,onFocus:e=>e===null&&M({path:Ad}),provenance:e,exportName:`paths`})}),F(`ol`,{class:`paths`,"aria-label":N.reach.list,children:n.map((e,t)=>F(Fd,{path:e,isShown:String(t)===l,onShow:()=>M({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&F(`div`,{class:`reach-evidence`,children:F(vu,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Fd({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=Ed(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return F(`li`,{class:t?`path is-shown`:`path`,children:[F(`p`,{class:`path-head`,children:[F(`b`,{children:Dd.hops(e.hops)}),` `,F(hi,{permission:e.permission}),e.permission&&!e.permissionKnown&&F(`sup`,{title:N.reach.permissionAssumed,children:`?`}),F(`span`,{class:`muted small`,title:o?`${Dd.latestEdge}: ${o.edge.sourceName} ${Su(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?Dd.heldSince(fn(o.at)):Dd.heldSinceUnknown})]}),F(`p`,{class:`path-sentence`,children:e.sentence}),F(`p`,{class:`path-tools`,children:[F(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:Dd.focusPath}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?Dd.copied:Dd.copy}),F(`button`,{type:`button`,class:`quiet`,onClick:r,children:Dd.evidence})]})]})}function Id(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,Ed(e.edges)?.at??null])}}var Ld=N.reach;function Rd(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??Bd,a=O(()=>Td(i,e.filters.uses),[i,e.filters.uses.join()]),o=Vd(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>Zi(l,a,n),[a,u]),f=sn(`row`)??null,p=sn(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),M({row:t?void 0:e??void 0},!0)},h=Wd(d,a,f,s);return F(S,{children:[F(H,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>Jd(a),summary:({total:e})=>Ld.summary(z(e)),candidateHref:t=>j(e.exportName,{[e.endParam]:t}),children:r=>F(S,{children:[F(Yd,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&F(`p`,{class:`muted small`,children:Ld.usedAmong(z(a.length),z(i.length))}),t.more!==null&&F(`p`,{class:`muted small`,children:[Ld.some(z(i.length),z(r.total)),` `,F(`button`,{type:`button`,onClick:t.more,children:N.more})]}),t.rows===null?F(`p`,{class:`asking`,"aria-busy":`true`,children:N.loading}):F(`div`,{class:`reach-sides`,children:[F(`section`,{class:`reach-picture`,"aria-label":Ld.picture,children:F(Zc,{graph:d,words:n===`out`?Hd:Ud(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>M({focus:e??void 0}),provenance:r,exportName:e.exportName})}),F(`section`,{class:`reach-list`,"aria-label":Ld.list,"aria-busy":o.length<a.length,children:F(B,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?Kd:qd,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Ld.nothingFits})})]})]})}),h.length>0&&F(`div`,{class:`reach-evidence`,children:[F(vu,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&F(`p`,{class:`reach-next`,children:F(`a`,{href:e.pathsHref(l[0],f),children:Ld.whatIfGone})})]})]})}var zd=50,Bd=[];function Vd(e){let[t,n]=T(Bd);return E(()=>{if(e.length<=zd)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,zd),[t,e])}var Hd=Ou(N.picture.hop);function Ud(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return Ou((e,n)=>N.picture.hopTo(t-e,n))}function Wd(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(Gd)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...Gd(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(Gd)).slice(0,50)}var Gd=e=>e,Kd=[{key:`name`,title:Ld.name,cell:({id:e,name:t})=>F(V,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Ld.permission,cell:({permission:e,permissionKnown:t})=>F(`span`,{title:e&&!t?Ld.permissionAssumed:void 0,children:[F(hi,{permission:e}),e&&!t&&F(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Ld.sensitivity,cell:({sensitivity:e})=>F(gi,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Ld.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Ld.used,cell:({exercised:e})=>N.uses[e],sort:({exercised:e})=>N.uses[e]},{key:`lastUsed`,title:Ld.lastUsed,cell:({lastUsed:e})=>pn(e),sort:({lastUsed:e})=>e,wide:!0}],qd=Kd.filter(({key:e})=>e!==`sensitivity`);function Jd(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function Yd({totals:e,facts:t,direction:n}){return F(`dl`,{class:`totals`,children:[F(Qd,{title:n===`out`?Ld.reached:Ld.reachedBy,children:F(`b`,{class:`total-number`,children:z(e.total)})}),t,F(Qd,{title:Ld.byKind,children:e.byKind.map(({key:e,value:t})=>F(`a`,{class:`count`,href:j(n===`out`?`blast-radius`:`exposure`,Xd(e)),children:[z(t),` `,t===1?fi(e).toLowerCase():N.picture.pluralKinds[e]??fi(e)]},e))}),e.bySensitivity.length>0&&F(Qd,{title:Ld.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>F(`span`,{class:`count`,children:[z(t),` `,F(gi,{sensitivity:e})]},e))}),e.byPermission.length>0&&F(Qd,{title:Ld.byPermission,children:e.byPermission.map(({key:e,value:t})=>F(`span`,{class:`count`,children:[z(t),` `,F(hi,{permission:e})]},e))})]})}function Xd(e){return{start:Zd(`start`),target:Zd(`target`),kind:e}}var Zd=e=>sn(e);function Qd({title:e,children:t}){return F(`div`,{class:`total`,children:[F(`dt`,{children:e}),F(`dd`,{children:t})]})}var $d=2e3;function ef(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:$d}),s=a.of===i?a.rows:$d,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return tf(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||Tn(e)||l({of:i,answer:{state:`failed`,question:r,problem:Lr(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+$d}):null}}async function tf(e,t,n,r,i,a){let o=n(await Dn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await Dn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var nf=N.reach;function rf(){let e=cn(`start`),t=Cd(tn.value.params),n=ef(gr,e.length>0?{input:{start:[...e],...wd(t,A.value)},first:200}:null,e=>I(e.blastRadius));return F(`div`,{class:`reach-view`,children:[F(`h1`,{children:nf.blastRadius}),F(`p`,{class:`lead`,children:e.length>0?nf.blastRadiusLead:nf.chooseStart}),F(`div`,{class:`subject`,children:[e.map(t=>F(`span`,{class:`subject-node`,children:[F(V,{id:t}),F(`button`,{type:`button`,class:`quiet`,"aria-label":nf.remove(t),onClick:()=>M({start:e.filter(e=>e!==t)}),children:`×`})]},t)),F(dd,{label:e.length>0?nf.addStart:nf.start,onChoose:t=>M({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&F(S,{children:[F(hd,{filters:t}),F(Rd,{title:nf.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>j(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>F(S,{children:[F(Qd,{title:nf.score,children:qr(e)}),F(Qd,{title:nf.share,children:Kr(t)}),F(Qd,{title:nf.spend,children:F(`span`,{title:n?Br(n):void 0,children:L(n)})})]})})]})]})}var af=N.reach;function of(){let e=sn(`target`),t=Cd(tn.value.params),n=ef(_r,e?{input:{target:e,...wd(t,A.value)},first:200}:null,e=>I(e.exposure));return F(`div`,{class:`reach-view`,children:[F(`h1`,{children:af.exposure}),F(`p`,{class:`lead`,children:e?af.exposureLead:af.chooseTarget}),F(`div`,{class:`subject`,children:[e&&F(V,{id:e}),F(dd,{label:af.target,onChoose:e=>M({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&F(S,{children:[F(hd,{filters:t}),F(Rd,{title:af.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>j(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var sf=`remit.recent`,cf=20,lf=[`start`,`target`,`from`,`node`,`of`];function uf(){try{let e=JSON.parse(localStorage.getItem(sf)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,cf):[]}catch{return[]}}var df=_t(uf()),ff=({params:e})=>lf.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function pf(e){if(!ff(e))return;let t=en(e);df.value=[t,...df.value.filter(e=>e!==t)].slice(0,cf),localStorage.setItem(sf,JSON.stringify(df.value))}function mf(){df.value=[],localStorage.removeItem(sf)}var hf=()=>df.value.map($t),gf=[{key:`name`,title:N.search.name,cell:({id:e,name:t})=>F(V,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:N.search.kind,cell:({kind:e})=>fi(e),sort:({kind:e})=>fi(e)},{key:`source`,title:N.search.source,cell:({id:e})=>ci(e),sort:({id:e})=>ci(e),wide:!0},{key:`id`,title:N.search.id,cell:({id:e})=>F(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:N.search.actions,cell:({id:e})=>F(`span`,{class:`actions`,children:[F(`a`,{href:j(`blast-radius`,{start:e}),children:N.search.blastRadius}),F(`a`,{href:j(`exposure`,{target:e}),children:N.search.exposure})]})}];function _f(){let e=sn(`text`)??``,t=cn(`kind`),n=e?{input:cd(e,A.value,t),first:100}:null,[r,i]=zr(vr,n,e=>I(e.search),({nodes:e})=>e);return F(S,{children:[F(`h1`,{children:N.search.title}),F(`p`,{class:`lead`,children:N.search.lead}),F(`div`,{class:`search-form`,children:[F(`input`,{type:`text`,"aria-label":N.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>M({text:e.currentTarget.value},!0)}),F(`select`,{"aria-label":N.search.kind,value:t[0]??``,onChange:e=>M({kind:e.currentTarget.value}),children:[F(`option`,{value:``,children:N.search.allKinds}),Object.entries(N.kinds).map(([e,t])=>F(`option`,{value:e,children:t},e))]})]}),n?F(H,{title:N.search.matches(r.data?z(r.data.total):N.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>N.search.matches(z(e)),children:({total:e})=>F(B,{caption:N.search.title,columns:gf,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=_i(e);on(t,{[n]:e})}})}):F(vf,{})]})}function vf(){let e=hf();return F(`section`,{class:`panel`,"aria-label":N.search.recent,children:[F(`header`,{class:`panel-head`,children:[F(`h2`,{children:N.search.recent}),e.length>0&&F(`button`,{type:`button`,class:`quiet`,onClick:mf,children:N.search.forget})]}),e.length===0&&F(`p`,{class:`empty`,children:N.search.noRecent}),F(`ul`,{class:`plain-list recent`,children:e.map(e=>F(`li`,{children:[F(`span`,{children:un(e.view)}),F(V,{id:ff(e),href:en(e)})]},en(e)))})]})}var Q=N.sources;function yf({reasons:e}){return F(S,{children:e.map(({code:e,detail:t})=>F(`p`,{class:`small`,children:[F(`code`,{children:e}),` `,t]},e+t))})}var bf=({state:e})=>F(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function xf({scopes:e}){return F(`details`,{children:[F(`summary`,{children:Q.scopes(z(e.length))}),F(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>F(`li`,{children:[F(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var Sf=[{key:`source`,title:Q.source,cell:({source:e})=>F(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>F(bf,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>fn(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>F(S,{children:[mn(e.ageS),` `,Fi(e)&&F(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?F(`span`,{class:`muted`,children:Q.notPromised}):mn(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>F(xf,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>F(yf,{reasons:e}),wide:!0}],Cf=e=>e.map(({key:e,value:t})=>`${e} ${z(t)}`).join(`, `)||N.unknown,wf=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>fn(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>F(bf,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>F(`span`,{class:`small`,children:Cf(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>F(`span`,{class:`small`,children:Cf(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>F(`span`,{class:`small`,children:Cf(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>F(yf,{reasons:e}),wide:!0}];function Tf(){let e=Rr(yr,{},({status:e})=>e),t=sn(`source`);return F(S,{children:[F(`h1`,{children:Q.title}),F(`p`,{class:`lead`,children:Q.lead}),F(H,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>F(B,{caption:Q.title,columns:Sf,rows:e,rowKey:({source:e})=>e,selected:t})}),F(H,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>F(B,{caption:Q.runs,columns:wf,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var Ef=N.unresolved;function Df({command:e}){let[t,n]=T(!1);if(!e)return F(`span`,{class:`muted`,children:N.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return F(`span`,{class:`command`,children:[F(`code`,{children:e}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?Ef.copied:Ef.copy})]})}var Of=[{key:`kind`,title:Ef.kind,cell:({kind:e})=>Ef.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:Ef.subject,cell:({id:e,name:t})=>e.includes(`/`)?F(V,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Ef.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:Ef.candidates,wide:!0,cell:({candidates:e})=>F(S,{children:e.map(e=>F(`p`,{children:F(V,{id:e})},e))})},{key:`command`,title:Ef.command,cell:({command:e})=>F(Df,{command:e})}];function kf(){let[e,t]=zr(Sr,{input:{asOf:A.value??null},first:100},e=>I(e.unresolved),({rows:e})=>e);return F(S,{children:[F(`h1`,{children:Ef.title}),F(`p`,{class:`lead`,children:Ef.lead}),F(H,{title:e.data?`${Ef.title}: ${z(e.data.total)}`:Ef.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>z(e),children:({total:e})=>F(B,{caption:Ef.title,columns:Of,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Ef.none})})]})}var Af=N.whatIf,jf=Object.keys(N.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function Mf({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?sa(i,l):oa(i)),o({})};return F(`form`,{class:`edit-form`,"aria-label":Af.edit,onSubmit:e=>e.preventDefault(),children:[F(Pf,{label:Af.edit,value:t,onChange:e=>n(e),options:na.map(e=>[e,Af.editKinds[e]??e])}),t===`remove`&&F(Pf,{label:Af.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,Af.node],[`edge`,Af.edge]]}),d?F(S,{children:[F(Nf,{label:Af.from,id:a.source,onChoose:e=>o({...a,source:e})}),F(Pf,{label:Af.kind,value:s,onChange:c,options:jf.map(e=>[e,Su(e)])}),F(Nf,{label:Af.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&F(Pf,{label:Af.permission,value:l,onChange:u,options:[[``,Af.noPermission],...Object.entries(N.permissions)]}),F(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:Af.put})]}):F(dd,{label:Af.editKinds[t]??t,onChoose:f}),F(`p`,{class:`muted small edit-help`,children:Af.editHelp[t]})]})}function Nf({label:e,id:t,onChoose:n}){return F(`span`,{class:`edit-end`,children:[t&&F(V,{id:t}),F(dd,{label:e,onChoose:n})]})}function Pf({label:e,value:t,onChange:n,options:r}){return F(`label`,{class:`choice`,children:[F(`span`,{children:e}),F(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>F(`option`,{value:e,children:t},e))})]})}var $=N.whatIf;function Ff(){let e=ra(tn.value.params),t=ia(e),n=Rr(Cr,t?{input:aa(e,A.value),first:200}:null,e=>I(e.whatIf)),r=(t,n)=>M({[t]:e[t].filter(e=>e!==n)});return F(`div`,{class:`what-if-view`,children:[F(`h1`,{children:$.title}),F(`p`,{class:`lead`,children:$.lead}),F(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?F(`ul`,{class:`edit-list`,children:na.flatMap(t=>e[t].map(e=>F(If,{kind:t,edit:e,onLeave:()=>r(t,e)},`${t} ${e}`)))}):F(`p`,{class:`muted`,children:$.nothing}),F(Mf,{onPut:(t,n)=>M({[t]:[...e[t].filter(e=>e!==n),n]})})]}),t&&F(H,{title:$.result,answer:n,exportName:`what-if`,exportTable:qf,summary:({totalLost:e,totalGained:t})=>$.summary(z(e),z(t)),children:e=>F(Lf,{data:e})})]})}function If({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=la(t,e);return F(`li`,{class:`edit`,children:[F(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),F(V,{id:r}),i&&F(`span`,{class:`muted`,children:Su(i)}),a&&F(V,{id:a}),o&&F(`span`,{children:N.permissions[o]}),F(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function Lf({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return F(S,{children:[F(`div`,{class:`what-if-top`,children:[F(`div`,{children:[F(ju,{before:e.before,after:e.after}),e.spendStopsPerMonth&&F(`p`,{class:`muted small`,title:Br(e.spendStopsPerMonth),children:$.spendStops(L(e.spendStopsPerMonth))})]}),F(Rf,{title:$.order,lead:$.orderLead,children:F(B,{caption:$.order,columns:Vf,rows:e.order,rowKey:Bf})})]}),F(Rf,{title:`${$.lost}: ${z(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(z(n),z(r),z(i),z(a)):void 0,children:F(B,{caption:$.lost,columns:Uf,rows:e.lost.nodes,rowKey:zf,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&F(Rf,{title:`${$.gained}: ${z(e.totalGained)}`,children:F(B,{caption:$.gained,columns:Wf,rows:e.gained.nodes,rowKey:zf,total:e.totalGained})}),F(`div`,{class:`what-if-sides`,children:[F(Rf,{title:`${$.principals}: ${z(e.principals.totalCount)}`,children:F(B,{caption:$.principals,columns:Gf,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),F(Rf,{title:`${$.closed}: ${z(e.orphanedPaths.closed.length)} · ${$.opened}: ${z(e.orphanedPaths.opened.length)}`,children:F(B,{caption:$.closed,columns:Kf,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function Rf({title:e,lead:t,children:n}){return F(`section`,{class:`part`,"aria-label":e,children:[F(`h3`,{children:e}),t&&F(`p`,{class:`panel-lead`,children:t}),n]})}var zf=({id:e,target:t})=>`${e} ${t}`,Bf=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,Vf=[{key:`action`,title:N.orphaned.step,cell:({action:e})=>e},{key:`system`,title:N.orphaned.system,cell:({system:e})=>F(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>z(e),align:`end`},{key:`command`,title:N.orphaned.command,wide:!0,cell:({command:e})=>e?F(_u,{command:e}):F(`span`,{class:`muted`,children:N.orphaned.noCommand})}],Hf=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],Uf=[{key:`who`,title:$.who,cell:({id:e})=>F(V,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?F(hi,{permission:e}):N.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?F(hi,{permission:e}):F(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>F(`span`,{class:e===`YES`?`tag tag-warn`:`muted`,children:N.uses[e]}),sort:({used:e})=>Hf.indexOf(e)}],Wf=[{key:`who`,title:$.who,cell:({id:e})=>F(V,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?F(hi,{permission:e}):F(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?F(hi,{permission:e}):N.unknown}],Gf=[{key:`who`,title:$.who,cell:({id:e,name:t})=>F(V,{id:e,name:t})},{key:`data`,title:N.home.dataSources,align:`end`,cell:e=>`${z(e.dataSourcesBefore)} → ${z(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${qr(e.scoreBefore)} → ${qr(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],Kf=[{key:`change`,title:$.change,cell:({isOpened:e})=>F(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?N.changes.opened:N.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:N.orphaned.root,cell:({root:e})=>F(V,{id:e,href:j(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:N.orphaned.target,cell:({target:e})=>F(V,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?F(hi,{permission:e}):N.unknown}];function qf({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var Jf=[`ask`],Yf=[{name:`home`,component:Ta,key:`h`,rights:Jf,isListed:!0},{name:`orphaned`,component:Zu,key:`o`,rights:Jf,isListed:!0},{name:`what-if`,component:Ff,key:`w`,rights:Jf,isListed:!0},{name:`blast-radius`,component:rf,key:`b`,rights:Jf,isListed:!0},{name:`exposure`,component:of,key:`e`,rights:Jf,isListed:!0},{name:`paths`,component:Md,key:`p`,rights:Jf,isListed:!0},{name:`search`,component:_f,key:`/`,rights:Jf,isListed:!1},{name:`cost`,component:ru,key:`c`,rights:Jf,isListed:!0},{name:`changes`,component:hu,key:`d`,rights:Jf,isListed:!0},{name:`unresolved`,component:kf,key:`l`,rights:Jf,isListed:!0},{name:`sources`,component:Tf,key:`s`,rights:Jf,isListed:!0},{name:`query`,component:od,key:`q`,rights:Jf,isListed:!0}],Xf=`remit.theme`,Zf=[`auto`,`light`,`dark`],Qf=localStorage.getItem(Xf),$f=_t(Zf.find(e=>e===Qf)??`auto`);function ep(){document.documentElement.dataset.theme=$f.value}function tp(){$f.value=Zf[(Zf.indexOf($f.value)+1)%Zf.length],localStorage.setItem(Xf,$f.value),ep()}var np=1500,rp=`search-box`,ip=_t(!1),ap=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function op(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function sp(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var cp=-1/0;function lp(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){ip.value=!1,ap(e.target)&&e.target.blur();return}if(ap(e.target))return;let t=performance.now()-cp<np;if(cp=-1/0,t){let t=Yf.find(({key:t,rights:n})=>t===e.key&&Ut(...n));t&&(e.preventDefault(),on(t.name));return}let n={"/":()=>document.getElementById(rp)?.focus(),g:()=>{cp=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:tp,"<":()=>Nr(-1),">":()=>Nr(1),"?":()=>{ip.value=!ip.value},"]":()=>sp(1),"[":()=>sp(-1),j:op,k:op}[e.key];n&&(e.preventDefault(),n())}var up=()=>document.addEventListener(`keydown`,lp),dp=8,fp=120;function pp(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),fp);return()=>clearTimeout(t)},[e]);let l=Rr(vr,n?{input:cd(n,A.value),first:dp}:null,e=>I(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Oi(N.search.matches(z(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=_i(n.id);on(e,{[t]:n.id})}else on(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${rp}-list`;return F(`search`,{class:`search`,children:[F(`input`,{ref:c,id:rp,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":N.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:N.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),F(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),F(`div`,{class:`suggestions`,hidden:!f,children:[F(`ul`,{role:`listbox`,id:g,"aria-label":N.shell.suggestions,children:u.map((e,t)=>F(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:F(V,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&F(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&F(`p`,{class:`suggestions-foot`,children:N.shell.noMatch}),d>u.length&&u.length>0&&F(`p`,{class:`suggestions-foot`,children:F(`a`,{href:j(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:N.shell.allMatches(z(d))})})]})]})}var mp={auto:`◐`,light:`○`,dark:`●`};function hp(){return F(`header`,{class:`top`,children:[F(`a`,{class:`product`,href:j(`home`),children:[F(gp,{}),N.product]}),F(pp,{}),F(`div`,{class:`top-tools`,children:[F(`button`,{type:`button`,class:`quiet icon`,onClick:tp,title:N.shell.theme[$f.value],"aria-label":N.shell.theme[$f.value],children:F(`span`,{"aria-hidden":`true`,children:mp[$f.value]})}),F(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":ip.value,title:N.shell.help,"aria-label":N.shell.help,onClick:()=>ip.value=!ip.value,children:F(`span`,{"aria-hidden":`true`,children:`?`})}),Ht.value?.session&&F(`span`,{class:`session`,id:`session`,children:[F(`span`,{id:`who`,children:N.shell.signedInAs(Ht.value.name)}),F(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Gt(),children:N.shell.signOut})]})]})]})}function gp(){return F(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[F(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),F(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),F(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),F(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),F(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function _p(){return F(`nav`,{class:`views`,"aria-label":N.shell.navigation,children:F(`ul`,{children:Yf.filter(({isListed:e,rights:t})=>e&&Ut(...t)).map(({name:e,key:t})=>F(`li`,{children:F(`a`,{href:j(e),"aria-current":tn.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:un(e)})},e))})})}var vp=[[`/`,N.keys.search],[`j`,N.keys.next],[`k`,N.keys.previous],[`]`,N.keys.nextList],[`[`,N.keys.previousList],[`Enter`,N.keys.open],[`w`,N.keys.whatGoes],[`u`,N.keys.undo],[`U`,N.keys.redo],[`<`,N.keys.earlier],[`>`,N.keys.later],[`t`,N.keys.theme],[`Esc`,N.keys.leave],[`?`,N.keys.help]];function yp(){let e=D(null),t=ip.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),F(`dialog`,{ref:e,class:`help`,"aria-label":N.keys.title,onClose:()=>ip.value=!1,children:[F(`header`,{class:`panel-head`,children:[F(`h2`,{children:N.keys.title}),F(`button`,{type:`button`,class:`quiet`,onClick:()=>ip.value=!1,children:N.shell.closeHelp})]}),F(`dl`,{class:`keys`,children:[vp.map(([e,t])=>F(`div`,{children:[F(`dt`,{children:F(`kbd`,{children:e})}),F(`dd`,{children:t})]},e)),Yf.filter(({key:e,isListed:t,rights:n})=>e&&t&&Ut(...n)).map(({name:e,key:t})=>F(`div`,{children:[F(`dt`,{children:[F(`kbd`,{children:`g`}),` `,F(`span`,{class:`visually-hidden`,children:N.keys.then}),` `,F(`kbd`,{children:t})]}),F(`dd`,{children:un(e)})]},e))]})]})}var bp=12;function xp(){let{value:e}=Mi;return F(`div`,{class:`strip`,id:`state`,children:[F(Sp,{}),e?.builtAt&&F(`a`,{class:Ii.value.length?`strip-late`:``,href:j(`sources`),children:Ii.value.length?F(S,{children:[F(`span`,{"aria-hidden":`true`,children:`▲ `}),N.shell.lateSources(Ii.value.length)]}):N.shell.sourcesOnTime(e.sources.length)}),F(Ir,{})]})}function Sp(){let{value:e}=Mi;if(Ni.value)return F(`span`,{class:`strip-late`,children:Ni.value.code===`OFFLINE`?N.shell.offline:Ni.value.message||N.shell.statusFailed});if(!e)return F(`span`,{children:N.loading});if(!e.builtAt)return F(`span`,{class:`strip-late`,children:N.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return F(S,{children:[F(`span`,{children:N.shell.generation(e.generation)}),F(`span`,{title:fn(e.builtAt),children:N.shell.built(mn(t))}),e.digest&&F(`span`,{title:e.digest,children:[N.shell.digest(``),F(`code`,{children:e.digest.slice(0,bp)})]})]})}function Cp(){let{view:e}=tn.value,t=D(null),n=D(!0);return E(()=>{document.title=`${un(e)} · ${N.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>pf(tn.value),[tn.value]),F(S,{children:[F(`a`,{class:`skip`,href:en(tn.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:N.shell.skip}),F(hp,{}),F(_p,{}),F(xp,{}),F(`main`,{ref:t,tabIndex:-1,children:Ht.value&&F(wp,{name:e},`${e} ${Pi.value}`)}),F(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Di.value}),F(yp,{})]})}function wp({name:e}){let t=Yf.find(t=>t.name===e);if(!t)return F(`section`,{class:`panel`,children:[F(`h1`,{children:N.notThere.title}),F(`p`,{children:N.notThere.lead}),F(`p`,{children:F(`a`,{href:j(`home`),children:N.notThere.home})})]});if(!Ut(...t.rights))return F(`p`,{class:`panel`,children:N.notAllowed});let n=t.component;return F(n,{})}ep(),ln();var Tp=qt();Tp&&!location.hash&&(location.hash=Tp),up(),Wt(),Ri(),Ae(F(Cp,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,Oi as n,T as o,F as r,O as s,_c as t};