var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&gt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Tt(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function j(e,t){return new A(e,t)}function gt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function _t(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function vt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function yt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}yt.prototype=new A,yt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!gt(this))return this.f&=-2,!0;var e=k;try{_t(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,vt(this),this.f&=-2,!0},yt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},yt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},yt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(yt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function bt(e,t){return new yt(e,t)}function xt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,St(e),t}finally{k=n,it()}}}function St(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,xt(e)}function Ct(e){if(k!==this)throw Error(`Out-of-order effect`);vt(this),k=e,this.f&=-2;try{8&this.f&&St(this)}finally{it()}}function wt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}wt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},wt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,xt(this),_t(this),lt++;var e=k;return k=this,Ct.bind(this,e)},wt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},wt.prototype.d=function(){this.f|=8,1&this.f||St(this)},wt.prototype.dispose=function(){this.d()};function Tt(e,t){var n=new wt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Et,Dt,Ot=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,kt=[];Tt(function(){Et=this.N})();function At(e,t){u[e]=t.bind(null,u[e]||function(){})}function jt(e){if(Dt){var t=Dt;Dt=void 0,t()}Dt=e&&e.S()}function Mt(e){var t=this,n=e.data,r=Pt(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=bt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=bt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Tt(function(){if(this.N=Lt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Mt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Mt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),At(`__b`,function(e,t){if(jt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),At(`__r`,function(e,t){if(e(t),t.type!==S){jt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Tt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;Ot&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),jt(n)}}),At(`__e`,function(e,t,n,r){jt(),e(t,n,r)}),At(`diffed`,function(e,t){jt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Nt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Nt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=j(n);return{o:function(e,t){a.value=e,r=t},d:Tt(function(){this.N=Lt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}At(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),At(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Pt(e,t){return O(function(){return j(e,t)},[])}var Ft=function(e){queueMicrotask(function(){queueMicrotask(e)})};function It(){at(function(){for(var e;e=kt.shift();)Et.call(e)})}function Lt(){kt.push(this)===1&&(u.requestAnimationFrame||Ft)(It)}var Rt=`remit.return`,zt=!1,Bt=j(null),Vt=(...e)=>e.some(e=>Bt.value?.rights.includes(e));async function Ht(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Wt(),e.ok&&(Bt.value=await e.json())}async function Ut(){zt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});zt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Wt(){zt||(zt=!0,sessionStorage.setItem(Rt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Gt(){let e=sessionStorage.getItem(Rt)??``;return sessionStorage.removeItem(Rt),e}var Kt=[`asOf`,`compare`],qt=/%(3A|2F|40|2C|3E|20)/g,Jt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Yt(e){return encodeURIComponent(e).replace(qt,e=>Jt[e])}function Xt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Zt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Xt(t)]??=[]).push(Xt(n))}return{view:Xt(t)||`home`,params:{...r}}}function Qt({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Yt(e)}=${Yt(t)}`));return`#/${e===`home`?``:Yt(e)}${n.length?`?${n.join(`&`)}`:``}`}var M=j(Zt(globalThis.location?.hash??``)),N=bt(()=>M.value.params.asOf?.[0]),$t=bt(()=>M.value.params.compare?.[0]);function en(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function tn(e,t={}){let n={};for(let e of Kt){let t=M.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...en(t)}}}var P=(e,t={})=>Qt(tn(e,t));function nn(e){e!==Qt(M.value)&&(M.value=Zt(e))}function rn(e,t={}){let n=P(e,t);globalThis.location.hash=n,nn(n)}function F(e,t=!1){let n={...M.value.params};for(let t of Object.keys(e))delete n[t];let r=Qt({view:M.value.view,params:{...n,...en(e)}});r!==Qt(M.value)&&(t?history.replaceState(null,``,r):globalThis.location.hash=r,nn(r))}var I=e=>M.value.params[e]?.[0],an=e=>M.value.params[e]??[];function on(){window.addEventListener(`hashchange`,()=>{nn(Qt(Zt(globalThis.location.hash)))})}var sn=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},cn=`application/graphql-response+json, application/json`,ln=60,un=new Map,dn=6e4;function fn(){un.clear()}var pn=e=>e instanceof DOMException&&e.name===`AbortError`,mn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function hn(e,t,n){let r=e.toString().trim(),i=mn(r,t),a=un.get(i);if(a&&Date.now()-a.at<dn)return un.delete(i),un.set(i,a),a.answer.catch(r=>{if(!pn(r)||n?.aborted)throw r;return hn(e,t,n)});let o=gn(r,t,n);un.set(i,{at:Date.now(),answer:o}),o.catch(()=>{un.get(i)?.answer===o&&un.delete(i)});let s=un.keys().next();return un.size>ln&&!s.done&&un.delete(s.value),o}async function gn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:cn,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw pn(e)?e:new sn({code:`OFFLINE`,message:``})}r.status===401&&Wt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new sn(_n(o?.[0],i,r.status,s));return a}function _n(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function L(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new sn({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function vn(e){return e instanceof sn?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function R(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),hn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||pn(e)||a({state:`failed`,question:r,problem:vn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),t!==null&&i.state===`idle`?{state:`loading`,question:r}:i}function yn(e,t,n,r){let i=R(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),hn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var bn=s({AcceptRunDocument:()=>Xn,AccessPathsDocument:()=>lr,BlastRadiusDocument:()=>ur,ChangedElementPartsFragmentDoc:()=>Rn,ChangesDocument:()=>Bn,CompletenessPartsFragmentDoc:()=>wn,CostAnomaliesDocument:()=>Un,CostBillDocument:()=>qn,CostDailyDocument:()=>Wn,CostDifferenceDocument:()=>Kn,CostForecastDocument:()=>Gn,CostSeriesDocument:()=>Hn,CostSumsDocument:()=>Vn,DecideDocument:()=>Jn,DecidedPartsFragmentDoc:()=>An,EdgeChangePartsFragmentDoc:()=>xn,EdgePartsFragmentDoc:()=>jn,EvidencePartsFragmentDoc:()=>Fn,ExposureDocument:()=>dr,FreshnessPartsFragmentDoc:()=>Tn,HomeAnomaliesDocument:()=>tr,HomeChangesDocument:()=>Qn,HomeForecastDocument:()=>er,HomeOrphanedDocument:()=>Zn,HomeShadowDocument:()=>$n,HomeUnresolvedDocument:()=>nr,InventoryPartsFragmentDoc:()=>Mn,MomentsDocument:()=>hr,MoneyPartsFragmentDoc:()=>On,MonthEndPartsFragmentDoc:()=>Nn,NamesDocument:()=>rr,OrphanedChangePartsFragmentDoc:()=>Sn,OrphanedOfDocument:()=>or,OrphanedPathPartsFragmentDoc:()=>In,OrphanedRootPartsFragmentDoc:()=>Pn,OrphanedRootsDocument:()=>ir,OrphanedSheetDocument:()=>sr,OverlapPartsFragmentDoc:()=>kn,ProblemPartsFragmentDoc:()=>En,ReachedPagePartsFragmentDoc:()=>Ln,RevocationOfDocument:()=>cr,SearchDocument:()=>fr,SeriesPartsFragmentDoc:()=>Dn,SnapshotPartsFragmentDoc:()=>Cn,SourcesDocument:()=>pr,StatusDocument:()=>mr,TypedDocumentString:()=>z,UndoDecisionDocument:()=>Yn,UnknownOwnersDocument:()=>ar,UnresolvedDocument:()=>gr,WhatIfDocument:()=>_r,WhatIfTotalsPartsFragmentDoc:()=>zn}),z=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},xn=new z(`
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
    `,{fragmentName:`EdgeChangeParts`}),Sn=new z(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),Cn=new z(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),wn=new z(`
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
    `,{fragmentName:`CompletenessParts`}),Tn=new z(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),En=new z(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Dn=new z(`
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
}`,{fragmentName:`SeriesParts`}),On=new z(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),kn=new z(`
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
}`,{fragmentName:`OverlapParts`}),An=new z(`
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
    `,{fragmentName:`DecidedParts`}),jn=new z(`
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
    `,{fragmentName:`EdgeParts`}),Mn=new z(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),Nn=new z(`
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
}`,{fragmentName:`MonthEndParts`}),Pn=new z(`
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
}`,{fragmentName:`OrphanedRootParts`}),Fn=new z(`
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
    `,{fragmentName:`EvidenceParts`}),In=new z(`
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
}`,{fragmentName:`OrphanedPathParts`}),Ln=new z(`
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
}`,{fragmentName:`ReachedPageParts`}),Rn=new z(`
    fragment ChangedElementParts on ChangedElement {
  source
  kind
  target
  permission
  becomes
}
    `,{fragmentName:`ChangedElementParts`}),zn=new z(`
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
}`,{fragmentName:`WhatIfTotalsParts`}),Bn=new z(`
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
}`),Vn=new z(`
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
      restated(first: 1) {
        totalCount
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
}`),Hn=new z(`
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
}`),Un=new z(`
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
}`),Wn=new z(`
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
}`),Gn=new z(`
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
}`),Kn=new z(`
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
}`),qn=new z(`
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
}`),Jn=new z(`
    mutation Decide($input: DecideInput!) {
  decide(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Yn=new z(`
    mutation UndoDecision($input: UndoInput!) {
  undoDecision(input: $input) {
    __typename
    ... on Decided {
      ...DecidedParts
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment DecidedParts on Decided {
  decision
  kind
  ids
  note
  generation
}
fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Xn=new z(`
    mutation AcceptRun($input: AcceptRunInput!) {
  acceptRun(input: $input) {
    __typename
    ... on AcceptedRun {
      source
      run
      state
      generation
      retired {
        key
        value
      }
    }
    ... on UserError {
      ...ProblemParts
    }
  }
}
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}`),Zn=new z(`
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
      roots(first: 200) {
        totalCount
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
}`),Qn=new z(`
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
}`),$n=new z(`
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
}`),er=new z(`
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
}`),tr=new z(`
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
}`),nr=new z(`
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
}`),rr=new z(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),ir=new z(`
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
}`),ar=new z(`
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
}`),or=new z(`
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
}`),sr=new z(`
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
}`),cr=new z(`
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
}`),lr=new z(`
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
}`),ur=new z(`
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
}`),dr=new z(`
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
}`),fr=new z(`
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
}`),pr=new z(`
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
    `),mr=new z(`
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
    `),hr=new z(`
    query Moments($last: Int!) {
  status {
    moments(last: $last)
  }
}
    `),gr=new z(`
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
}`),_r=new z(`
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
}`),vr=e=>e.replace(/[A-Z][a-z]+/g,e=>e.toLowerCase()),B={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,earlier:`as of one change earlier`,later:`as of one change later`,compare:`compare with a week before, or no more`,next:`next row`,previous:`previous row`,open:`open the row`,nextList:`next list`,previousList:`list before`,whatGoes:`show what would go (orphaned paths)`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,saved:`Saved questions`,noSaved:`Save a question below: its ids stay in this browser.`,keep:`Save`,drop:`Saved`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:`The newest runs, newest first.`,waiting:`Held runs`,waitingLead:`These runs would end so much that an accident is likelier than a change. Accept one, and what it no longer listed ends at its moment.`,waitingCommand:e=>`remit decide accept-run ${e}`,wouldEnd:`Would end`,accept:`Accept`,run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,leadDecide:`What could not be joined, named or mapped. What you decide here holds for everybody and survives every sync.`,settle:`Settle`,person:`Who`,cancel:`Cancel`,decided:`Decided:`,undo:`Undo`,naming:{link:`Belongs to somebody …`,owner:`Somebody answers for it …`},decisions:{link:e=>`Belongs to ${e}`,unlink:e=>`Not ${e}`,alias:e=>`Is an address of ${e}`},kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},compare:{title:`Comparison of two moments`,edges:`Edges`,orphaned:`Orphaned paths`,reach:e=>e===`1`?`1 principal reaches more or less`:`${e} principals reach more or less`,lists:`What opened and closed`,opened:e=>`${e} opened since`,closed:e=>`${e} closed since`,openedMark:`opened`,amongFirst:`among the rows that are here`,closedTitle:`Closed since: reached then, not now`},asOfControl:{compare:`Compare`,compareLabel:`Compared with`,compareEnd:`No comparison`,label:`As of (UTC)`,slider:e=>`${e}: moments at which the graph changed`,earlier:e=>`${e}: one change earlier`,later:e=>`${e}: one change later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,cut:`to be revoked`,gone:`would go`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`,LOSES:`would lose`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},cost:{title:`Cost`,lead:`What AI use cost and whose cost it is. Every unit of the ledger is in exactly one place.`,controls:`What is asked`,parts:`Parts of this view`,shows:{time:`Over time`,forecast:`Forecast`,anomalies:`Anomalies`,difference:`Two months`,bill:`Against the bill`},by:`By`,from:`From`,to:`To`,window:`Days`,days:e=>`${e} days`,thisMonth:`This month`,lastMonth:`Last month`,owners:`What several share`,seats:`Seats`,seatRules:{NONE:`a part of their own`,ASSIGNED:`over all who have one`,ACTIVE:`over all who used it`,USE:`by use`},currencyHint:`the only one`,rates:`Rates`,ratesHint:`EUR=1.08 GBP=1.27`,perUnit:`Per unit`,perUnitOf:(e,t)=>e===`1,000 requests`?`1,000 requests of ${t}`:`${e[0].toUpperCase()}${e.slice(1)} of ${t}`,figures:e=>e===`1`?`1 figure`:`${e} figures`,ownerRules:{EVEN:`evenly`,NONE:`to nobody`,USAGE:`as the source says`},only:`Only`,without:e=>`Without ${e}`,currency:`Currency`,step:`A bar is`,steps:{day:`day`,week:`week`,month:`month`},dimensions:{identity:`Person`,team:`Team`,department:`Department`,cost_center:`Cost center`,account:`Account`,credential:`Credential`,application:`Application`,workspace:`Workspace`,model:`Model`,provider:`Provider`,mcp_server:`MCP server`,data_source:`Data source`,owner_state:`Answered for`,day:`Day`,week:`Week`,month:`Month`},nameless:{"~unattributed":`Unattributed`,"~shared":`Shared by several`,"~no_mcp_use":`No use of MCP`,"~unknown":`Unknown`,"~other":`All others`},ownerStates:{answered_for:`Answered for`,orphaned:`Orphaned`,unknown:`Unknown`},buckets:{seat:`Seats`,variance:`Variance against bills`,tax:`Tax`,credit:`Credits`,other:`Other charges`,hidden:`Hidden from you`},amounts:{cost:`Cost`,estimate:`Estimate`,included:`Included`},sums:`What it adds up to`,sumsLead:(e,t)=>`${e} to ${t}, both included.`,sheet:`Parts of the ledger`,inLedger:`In the ledger`,ledger:`Ledger`,named:(e,t)=>`By ${vr(t)} (${e})`,addsUp:`The parts are the ledger, to the last digit.`,addsUpNot:e=>`The parts differ from the ledger by ${e}: report this as a fault.`,beside:`Not in the ledger`,estimateValue:`Estimates, priced from a table`,includedValue:`Used within a plan`,overlapsOf:e=>`Reported twice (${e})`,unpriced:`Usage that nobody has a price for`,rows:e=>e===`1`?`1 row`:`${e} rows`,dropped:e=>`${e}, left out by the filter`,droppedWhy:`A charge has an application and days, nothing else: a filter on anything else leaves it out.`,leftOut:e=>`In ${e}`,rate:(e,t,n)=>`1 ${e} counts as ${t} ${n}.`,barsTitle:(e,t)=>`${e} by ${t}`,barsLead:(e,t)=>`Usage${t?` and seats`:``} in the ledger${e?`, in ${e}`:``}. ${t?`Taxes`:`Seats, taxes`}, credits and variance have no key and are beside it.`,barsQuestion:(e,t,n,r)=>`Cost by ${vr(e)}, ${t} to ${n}${r.length?`, only ${r.join(`, `)}`:``}`,rest:`Everything else`,whole:`All usage`,notCovered:`Not every source covers all of these days: a short bar may be a day that nobody has read. See Partial above.`,allPeriods:`All bars`,onlyThis:`These days alone`,anomaliesOf:e=>e===`1`?`1 anomaly`:`${e} anomalies`,anomaly:`Anomaly`,insteadOf:`instead of`,withModel:`with`,usually:`usually`,drivers:`What grew`,ordinaryUpTo:`Ordinary up to`,expected:`Expected`,judged:(e,t)=>`${e} days of keys judged. An anomaly costs ${t}.`,noAnomalies:`No day of these stands out.`,forecastTitle:e=>`Where ${e} will end`,forecastLead:e=>`Usage in the ledger. Forecast by the ${e}.`,forecastRows:e=>`Month end by ${vr(e)}`,chargesApart:`Seats, taxes, credits and variance are beside the forecast. A key opens to its own month end.`,spent:`Spent`,interval:`Four of five times`,atLeast:`At least`,atMost:`At most`,budget:`Budget`,ofBudget:`Of the budget`,missingDays:`Days estimated`,noForecast:{TOO_SHORT:`fewer than 8 days are known`,NO_COST:`it cost nothing so far`,"":`nobody can say`},coneLabel:(e,t,n,r,i)=>`Spent ${e}; at the end of the month ${t} is expected, between ${n} and ${r}; budget: ${i}`,months:`Months to compare`,before:`Before`,after:`After`,differenceTitle:(e,t)=>`From ${e} to ${t}`,differenceLead:`Why the two months differ: who came and went, how much was used, at which price, of which models.`,differenceRows:e=>`Difference by ${vr(e)}`,differenceRowsLead:`What has no key (seats, taxes, credits, variance) is no row here.`,differenceSum:`Difference`,differenceAddsUp:`The parts are the difference, to the last digit.`,differenceParts:{before:`Before`,after:`After`,difference:`Difference`,people:`People`,volume:`Volume`,price:`Price`,mix:`Mix`,unmeasured:`Unmeasured`,charges:`Charges`},differenceWhy:{people:`who is new, less who is gone`,volume:`more or less of the same, by those who stayed`,price:`another price for one unit of the same model`,mix:`other models in other shares`,unmeasured:`usage without requests and tokens`,charges:`seats, taxes, credits and variance`},part:`Part`,daysOf:(e,t)=>`${e} to ${t}`,period:`Days`,varianceTitle:`Bills against usage`,varianceLead:`Per charge period what was billed for usage, what the usage rows cost, and what may be behind the difference. Causes may overlap.`,varianceAmounts:{billed:`Billed`,usage:`Usage`,variance:`Variance`,inWindow:`In these days`},varianceSum:`Bucket variance`,causes:`Likely causes`,noVariance:`No bill for usage falls on these days.`,restatedTitle:`Restated figures`,restatedLead:`What a source reported again, with other figures, of days that were over. The ledger has the later ones.`,restatedWhy:{LATE_ROWS:`more rows than before`,WITHDRAWN_ROWS:`fewer rows than before`,OTHER_AMOUNT:`the same use at another amount`,OTHER_COUNTS:`other counts in the same rows`,OTHER_ROWS:`other rows`},noRestated:`No source changed its figures of these days.`,figure:`Figure`,why:`Why`,beforeAmount:`First`,afterAmount:`Now`,source:`Source`,run:e=>`run ${e}`,at:`Observed`,overlapsTitle:`Reported twice`,overlapsLead:`What a second source reports of days that another accounts for. It is not added.`,leftOutSource:`Left out`,countedSource:`Counted`,noOverlaps:`Nothing is reported twice.`,pricedTitle:`Priced from a table`,pricedLead:`Per source of usage without a bill: how much of it is in the ledger, and how much beside it.`,counts:`Rule`,countsRules:{auto:`where there is no bill`,always:`always`,never:`never`},noPriced:`No usage is priced from a table.`,rowsTitle:e=>`Rows by ${vr(e)}`,opensTo:e=>`A row opens to what is behind it: ${vr(e)}.`,finest:`As fine as the usage is that sources report: one row per day, account and model.`,basis:`Basis`,bases:{billed:`billed`,priced:`priced`,mixed:`mixed`,unpriced:`no price`},requests:`Requests`,tokens:`Tokens`,noRows:`Nothing was used in these days, as far as any source reports.`,sumOfRows:`All rows`,rowsAreLedger:`The rows are the whole ledger.`,rowsAndBuckets:e=>`With ${e} in buckets, which have no key, the rows are the ledger.`},reasons:{DEPARTED_OWNER:`Its owner left`,SUSPENDED_OWNER:`Its owner is suspended`,EMPTY_OWNER_GROUP:`Nobody is in the group that owns it`,UNRESOLVED_ACCOUNT:`The directory does not know its address`,EXTERNAL_EMAIL:`No directory covers its address`,NO_OWNER:`It has no owner`},reasonsOfPeople:{DEPARTED_OWNER:`Has left`,SUSPENDED_OWNER:`Is suspended`},orphaned:{title:`Orphaned paths`,lead:`Live routes to data for which nobody answers any more: why, since when, what they cost, who could take over, and what to revoke.`,lists:`Lists`,all:`Orphaned`,shadow:`Shadow accounts`,unknown:`Owner not known`,root:`Principal`,principals:`principals that nobody answers for`,shadowCount:`accounts that the directory does not govern`,why:`Why`,since:`Since`,sinceUnknown:`not known`,routes:`Routes`,spend:`Spent since`,spendOfWindow:`Spent in 30 days`,nextOwner:`Next owner`,nobody:`nobody is known`,paths:e=>e===`1`?`1 route`:`${e} routes`,state:{ANSWERED_FOR:`Somebody answers for it`,UNKNOWN:`Nobody can say who answers for it`,ORPHANED:`Nobody answers for it`},shadowMark:`shadow`,noRoots:`Somebody answers for every live route to data.`,noShadow:`Every account is governed by the directory.`,noUnknown:`Of every live principal it is known who answers for it.`,notListed:`This is no orphaned principal at this moment.`,hangsOn:`is counted under the principal that alone holds it:`,folded:`Only it holds`,blastRadius:`Blast radius`,changes:`What changed here`,target:`Leads to`,below:`Inside`,permission:`Permission`,hops:`Hops`,lastUsed:`Last used`,routesTitle:`Routes`,routesLead:`One row for each topmost data source or model, with a walk that proves it.`,answeredLead:e=>`${e}: these are no orphaned paths. It is listed because the directory does not govern it, and reaches this data.`,noRoutes:`No route leads from here to data or to a model.`,someRoutes:(e,t)=>`The first ${e} of ${t} routes are here.`,back:`All principals`,nextOwners:{MANAGER:`manager`,HEAVIEST_USER:`uses it most`,CREATOR:`created it`,GROUP_OWNER:`owns the group`},revocation:`What to revoke`,revocationLead:`The cheapest set of revocations after which no granted route leads to this data.`,revocationOfSome:`It is about the routes that are listed below, which are not all.`,onlyModels:`No route leads to data, only to models: to end it, remove the principal with all that it alone holds.`,noCut:`Nothing granted leads to this data: what was seen in use ends with the principal.`,step:`Do`,system:`In`,cost:`Cost`,command:`Command`,noCommand:`in its console`,proven:`Searched again without them: nothing is reached.`,notProven:`Searched again without them, data is still reached.`,noCollateral:`Nobody active loses anything.`,collateral:e=>e===`1`?`1 active person would lose data`:`${e} active people would lose data`,loses:`Would lose`,person:`Person`,tryIt:`Show what would go`,tryingIt:`Shown: what would go`,openWhatIf:`Open as what-if`,tooMany:e=>`More than ${e} revocations are not tried at once.`,sheet:`Sheet of all`,print:`Print`,sheetLead:(e,t)=>`As of ${e}, snapshot ${t}.`},whatIf:{title:`What if`,lead:`What would change if access were removed, somebody left, something were switched off or granted. Nothing is written.`,edits:`Changes to try`,edit:`Change`,editKinds:{remove:`Remove`,offboard:`Offboard`,block:`Block`,add:`Add`},editHelp:{remove:`A principal goes with all its edges, or one edge ends.`,offboard:`Somebody leaves: what they alone hold is closed, and what they were given ends.`,block:`A server or an application is switched off.`,add:`A new edge, with its permission.`},what:`What`,node:`The whole node`,edge:`One edge`,from:`From`,kind:`Edge`,to:`To`,permission:`Permission`,noPermission:`none`,put:`Try it`,leaveOut:e=>`Leave out ${e}`,clear:`Leave out all`,nothing:`Choose something to remove, offboard, block or add.`,begin:`To begin with`,beginLead:`Principals that nobody answers for: each is one change to try.`,try:`Try`,result:`Before and after`,before:`Before`,after:`After`,dataSources:`Data sources reached`,dataSourcesNote:`by those whose reach changes`,score:`Score`,scoreNote:`of those whose reach changes`,orphanedRoots:`Orphaned principals`,orphanedPaths:`Orphaned paths`,orphanedPathsNote:`of those at which anything changes`,spend:`Usage in 30 days`,spendStops:e=>`${e} a month would stop.`,lost:`Access lost`,gained:`Access gained`,lostSummary:(e,t,n,r)=>`${e} in use, ${t} used further along, ${n} not used, ${r} of which nobody knows`,who:`Who`,target:`What`,left:`Left`,had:`Had`,use:`Use`,nothingLeft:`nothing`,principals:`Whose reach changes`,noLost:`Nobody loses anything.`,noPrincipals:`Nobody's reach of data changes.`,closed:`Orphaned paths closed`,opened:`Orphaned paths opened`,noPaths:`No orphaned path opens or closes.`,change:`Change`,order:`Order of work`,orderLead:`What is new first, keys before the accounts they outlive, people last; what nobody works over first.`,usedBy:`Used by`,summary:(e,t)=>`${e} accesses lost, ${t} gained`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},yr=e=>B.views[e]??e;function br(e){return e?`${e.currency} ${Er(Tr(e.amount,2))}`:B.unknown}var xr=e=>`${e.currency} ${e.amount}`,Sr=9;function Cr(e){let[t=`0`,n=``]=e.replace(/^[+-]/,``).split(`.`),r=BigInt(t+n.padEnd(Sr,`0`).slice(0,Sr));return e.startsWith(`-`)?-r:r}function wr(e){let t=(e<0n?-e:e).toString().padStart(10,`0`);return`${e<0n?`-`:``}${t.slice(0,-9)}.${t.slice(-9)}`}function Tr(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Er(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function Dr(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var V=e=>Er(String(e)),Or=e=>`${Math.round(e*100)} %`,kr=e=>Er(String(Math.round(e*10)/10)),Ar=864e5;function H(e){if(!e)return B.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var jr=e=>e?e.slice(0,10):B.unknown;function Mr(e){let t=[[86400,B.units.day],[3600,B.units.hour],[60,B.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return B.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function Nr(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var Pr=(e,t)=>new Date(e.getTime()-t*Ar),Fr=e=>e.toISOString().slice(0,10),Ir=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),Lr=Symbol.for(`pv`),Rr=0;Array.isArray;function U(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Lr,__v:--Rr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}function zr({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=U(S,{children:[U(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?B.shell.complete:B.shell.partial]});return!n.length&&!r.length?U(`span`,{class:`completeness is-complete`,children:a}):U(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[U(`summary`,{children:[a,i?` · ${B.shell.notes}`:``]}),U(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>U(`p`,{children:[U(`code`,{children:e}),` `,t]},e+t))})]})}var Br=400,Vr=j([]);async function Hr(){Vr.value=(await hn(hr,{last:Br})).status.moments}function Ur(e,t){let n=Date.parse(t),[r,i]=[0,e.length];for(;r<i;){let t=r+i>>1;Date.parse(e[t])<=n?r=t+1:i=t}return r-1}function Wr(e,t,n){let r=t===void 0?e.length:Ur(e,t);return n>0?e[r+1]:e[t!==void 0&&r>=0&&Date.parse(e[r])<Date.parse(t)?r:r-1]??t}var Gr=250,Kr=2e3,qr=e=>F({asOf:Wr(Vr.value,N.value,e)});function Jr({id:e,label:t,value:n,onChoose:r}){let i=Vr.value,[a,o]=T(null),s=D(0),c=D(-1/0);E(()=>()=>clearTimeout(s.current),[]),E(()=>o(null),[n]);let l=a??(n===void 0?i.length:Math.max(0,Ur(i,n))),u=l>=i.length?B.shell.asOfNow:H(a===null&&n?n:i[l]),d=e=>{o(e),clearTimeout(s.current),s.current=window.setTimeout(()=>{let t=performance.now()-c.current<Kr;c.current=performance.now(),r(i[e],t)},Gr)};return U(`input`,{id:e,class:`moments`,type:`range`,min:0,max:i.length,step:1,value:l,disabled:!i.length,"aria-label":t,"aria-valuetext":u,title:u,onInput:({currentTarget:e})=>d(Number(e.value))})}function Yr({id:e,label:t,value:n,onChoose:r,onClear:i,clearWords:a}){let o=e=>r(Wr(Vr.value,n,e),!1);return U(`span`,{class:`as-of ${n?`is-set`:``}`,children:[U(`label`,{for:e,children:t}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>o(-1),disabled:!Vr.value.length,"aria-label":B.asOfControl.earlier(t),title:B.asOfControl.earlier(t),children:U(`span`,{"aria-hidden":`true`,children:`◂`})}),U(Jr,{id:`${e}-slider`,label:B.asOfControl.slider(t),value:n,onChoose:r}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>o(1),disabled:!n,"aria-label":B.asOfControl.later(t),title:B.asOfControl.later(t),children:U(`span`,{"aria-hidden":`true`,children:`▸`})}),U(`input`,{id:e,type:`datetime-local`,value:n?Ir(Nr(n)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);r(Number.isNaN(t.getTime())?void 0:Ir(t),!1)}}),n&&U(`button`,{type:`button`,class:`quiet`,onClick:i,children:a})]})}var Xr=7,Zr=()=>F({compare:$t.value===void 0?Ir(Pr(Nr(N.value),Xr)):void 0});function Qr(){let e=$t.value;return U(`span`,{class:`time`,children:[e!==void 0&&U(Yr,{id:`compare-with`,label:B.asOfControl.compareLabel,value:e,onChoose:(e,t)=>F({compare:e??Ir(Nr(N.value))},t),onClear:Zr,clearWords:B.asOfControl.compareEnd}),U(Yr,{id:`as-of`,label:B.asOfControl.label,value:N.value,onChoose:(e,t)=>F({asOf:e},t),onClear:()=>F({asOf:void 0}),clearWords:B.shell.asOfClear}),e===void 0&&U(`button`,{type:`button`,class:`quiet`,id:`compare`,"aria-keyshortcuts":`c`,onClick:Zr,children:B.asOfControl.compare})]})}function $r(){let e=$t.value,t=R(Qn,e===void 0?null:{input:{from:e,asOf:N.value??null}},e=>L(e.changes));return e===void 0?null:U(`aside`,{class:`comparison`,"aria-label":B.compare.title,"aria-busy":t.state===`loading`,children:[t.state===`failed`&&U(`span`,{class:`strip-late`,children:t.problem.message}),t.data&&U(ei,{data:t.data})]})}function ei({data:e}){let{edges:t,orphanedPaths:n,reach:r}=e,i=[[B.compare.edges,t],[B.compare.orphaned,n]];return U(S,{children:[U(`span`,{children:[H(e.from),` → `,H(e.to)]}),i.map(([e,{opened:t,closed:n}])=>U(`span`,{children:[e,` `,U(`b`,{class:`side-opened`,children:[`+`,V(t.totalCount),` `,B.changes.opened]}),` `,U(`b`,{class:`side-closed`,children:[`−`,V(n.totalCount),` `,B.changes.closed]})]},e)),U(`span`,{children:B.compare.reach(V(r.totalCount))}),U(zr,{provenance:e}),M.value.view!==`changes`&&U(`a`,{href:P(`changes`),children:B.compare.lists})]})}function ti({row:e}){let t=Dr(e.spent,e.budget),n=Dr(e.expected,e.budget);if(t===null)return U(`span`,{class:`muted`,children:B.home.noBudget});let r=Math.max(1,t,n??0);return U(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${br(e.spent)} / ${br(e.budget)}`,children:[U(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&U(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),U(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),U(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var ni=e=>e==null?B.home.cannotSay:e?B.home.over:B.home.within,ri=200;function ii(e,t){return e===t?0:e<t?-1:1}function ai(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*ii(r(e),r(t))),...e.filter(e=>!a(e))]}function W(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(ri),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>ai(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return U(`p`,{class:`empty`,children:e.empty??B.parts.empty});let _=e.total??f.length;return U(`div`,{class:`table-box`,children:[U(`table`,{class:`data-table`,children:[U(`caption`,{class:`visually-hidden`,children:e.caption}),U(`thead`,{children:U(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>U(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?U(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:B.parts.sortBy(t),children:[t,U(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),U(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>U(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>U(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))}),e.footer&&U(`tfoot`,{children:U(`tr`,{children:t.map(({key:t,align:n,wide:r})=>U(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:e.footer?.[t]},t))})})]}),_>p.length&&U(`p`,{class:`table-foot`,children:[i&&_>f.length?B.parts.sortedAmong(V(f.length),V(_)):B.parts.rowsOf(V(p.length),V(_)),(f.length>p.length||e.hasMore&&e.onMore)&&U(`button`,{type:`button`,onClick:()=>{l(c+ri),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:B.more})]})]})}var oi=200,si=j(new Map),ci=new Set,li=0;function ui(e,t){let n=t??si.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(ci.add(e),li||=window.setTimeout(fi))},[e,n]),n||pi(e)}var di=e=>si.value.get(e)??pi(e);async function fi(){li=0;let e=[...ci].slice(0,oi);for(let t of e)ci.delete(t);ci.size&&(li=window.setTimeout(fi));try{let{nodes:t}=await hn(rr,{ids:e,asOf:N.value??null}),n=new Map(si.value);t.forEach((t,r)=>n.set(e[r],t?.name||pi(e[r]))),si.value=n}catch{}}function pi(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var mi=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function hi(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var gi={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},_i=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,vi=e=>gi[e]??_i,yi=e=>B.kinds[e]??e;function bi({kind:e}){return U(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":yi(e),children:U(`path`,{d:vi(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var xi={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Si({permission:e}){if(!e)return U(`span`,{class:`muted`,children:B.noPermission});let t=xi[e]??0;return U(`span`,{class:`permission permission-${e}`,children:[U(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>U(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),B.permissions[e]??e]})}function Ci({sensitivity:e}){return e?U(`span`,{class:`sensitivity sensitivity-${e}`,children:B.sensitivities[e]??e}):null}var wi=e=>mi(e)===`DataSource`||mi(e)===`McpTool`||mi(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function G({id:e,name:t,plain:n=!1,href:r}){let i=ui(e,t),{view:a,param:o}=wi(e),s=U(S,{children:[U(bi,{kind:mi(e)}),U(`span`,{class:`chip-name`,children:i||pi(e)}),U(`span`,{class:`chip-system`,children:hi(e)})]});return n?U(`span`,{class:`chip`,title:e,children:s}):U(`a`,{class:`chip`,title:e,href:r??P(a,{[o]:e}),children:s})}function Ti(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function Ei(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Di(e,t,n,r){let i=n?[n.snapshot.digest,n.snapshot.asOf,n.completeness.status]:[``,``,``],a=[r.toISOString(),`${t.text.replace(/\s+/g,` `)} ${JSON.stringify(t.variables)}`];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`,`exported_at`,`question`].map(Ti).join(`,`),...e.rows.map((e,t)=>[...e,...i,...t===0?a:[``,``]].map(Ti).join(`,`))].join(`\r
`)}\r\n`}function Oi(e,t,n,r){return`${JSON.stringify({...Ei(t,n,r),answer:e},null,2)}\n`}function ki(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var Ai=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function ji({problem:e,onRetry:t,candidateHref:n}){let r=B.remedies[e.code];return U(`div`,{class:`problem`,role:`alert`,children:[U(`p`,{class:`problem-message`,children:e.message||B.problems[e.code]||B.problems.fallback}),r&&U(`p`,{children:r}),e.candidates&&U(S,{children:[U(`p`,{children:B.parts.candidates}),U(`ul`,{class:`plain-list`,children:e.candidates.map(e=>U(`li`,{children:U(G,{id:e,href:n?.(e)})},e))})]}),U(`p`,{class:`muted small`,children:[B.parts.code,` `,e.code,e.requestId&&` · ${B.parts.request} ${e.requestId}`]}),t&&U(`button`,{type:`button`,onClick:t,children:B.tryAgain})]})}function Mi({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${B.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return U(`details`,{class:`query-behind`,children:[U(`summary`,{title:B.parts.questionTitle,children:B.parts.question}),U(`div`,{class:`query-box`,children:[U(`div`,{class:`query-tools`,children:[U(`button`,{type:`button`,onClick:()=>void i(),children:t?B.parts.copied:B.parts.copy}),U(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:B.parts.graphiql})]}),U(`pre`,{tabIndex:0,"aria-label":B.parts.questionTitle,children:e.text}),U(`pre`,{tabIndex:0,"aria-label":B.parts.variables,children:r})]})]})}var Ni=j(``),Pi=e=>{Ni.value=e};function Fi(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function K(e){let{answer:t,title:n}=e,r=Je(),i=Fi(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Pi(`${n}: ${e.summary(t.data)}`)},[t]),U(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[U(`header`,{class:`panel-head`,children:[U(a,{id:r,children:n}),i&&U(zr,{provenance:i}),U(`div`,{class:`panel-tools`,children:[e.tools,t.data!==void 0&&e.exportName&&U(Ii,{...e,provenance:i}),t.question.variables!==null&&U(Mi,{question:t.question})]})]}),e.lead&&U(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&U(ji,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&U(`p`,{class:`asking`,children:B.loading}),t.data!==void 0&&e.children(t.data)]})}function Ii({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return U(`span`,{class:`export`,role:`group`,"aria-label":B.parts.export,children:[n&&U(`button`,{type:`button`,class:`quiet`,onClick:()=>ki(Ai(t,r,`csv`),`text/csv`,Di(n(i),e.question,r,new Date)),children:B.parts.exportCsv}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>ki(Ai(t,r,`json`),`application/json`,Oi(i,e.question,r,new Date)),children:B.parts.exportJson})]})}var Li=()=>Vt(`decide`),Ri=j(null),zi=j(0),Bi=new Map;function Vi(e){let t=JSON.stringify(e),n=Bi.get(t)??Array.from(crypto.getRandomValues(new Uint32Array(4)),e=>e.toString(36)).join(`-`);return Bi.set(t,n),n}async function Hi(e,t,n){let r=[e.toString(),t],i=n(await gn(e.toString().trim(),{input:{...t,key:Vi(r)}}));return Bi.delete(JSON.stringify(r)),fn(),zi.value+=1,i}async function Ui(e){try{return await e(),null}catch(e){return vn(e)}}var Wi=e=>Ui(async()=>{Ri.value=await Hi(Jn,e,e=>L(e.decide))}),Gi=e=>Ui(async()=>{await Hi(Yn,{decision:e},e=>L(e.undoDecision)),Ri.value=null}),Ki=e=>Ui(async()=>{await Hi(Xn,{source:e},e=>L(e.acceptRun))}),qi=6e4,Ji=j(null),Yi=j(null),Xi=j(0),Zi=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,Qi=bt(()=>(Ji.value?.sources??[]).filter(Zi));async function $i(){try{let e=(await hn(mr,{})).status,t=Ji.value;t&&e.generation!==t.generation&&(fn(),Xi.value+=1,Pi(B.shell.newGeneration(e.generation))),Ji.value=e,Yi.value=null,t?.generation!==e.generation&&await Hr()}catch(e){Yi.value=vn(e)}}function ea(){Tt(()=>{zi.value>=0&&$i()}),setInterval(()=>{document.visibilityState===`visible`&&$i()},qi),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&$i()})}function ta(e,t){return e<t?-1:+(e>t)}function na(e){return`${e.source}\t${e.kind}\t${e.target}`}function ra(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function ia(e){return e.slice(e.indexOf(`:`)+1)}var aa=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function oa(e,t){return e===null||t===null?e??t:aa.indexOf(e)>=aa.indexOf(t)?e:t}var sa=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],ca=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function la(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var ua=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(fa(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===ia(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=na(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:la(sa,r?.permission??null,e.permission??null),exercised:oa(r?.exercised??null,t),evidence:da(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>ta(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>ta(e.key,t.key)),routes:this.routes}}};function da(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>ta(e.claimedBy,t.claimedBy)||ta(e.permission??``,t.permission??``))}function fa(e,t,n,r){return{id:e,kind:ra(e),name:t||ia(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function pa(e,t,n){let r=new ua,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(fa(t,ia(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(ma(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function ma(e,t){return{...fa(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function ha(e,t,n){let r=new ua,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(fa(e,ia(e),0,`start`)),t!==e&&r.setNode(fa(t,ia(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function ga(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function _a(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(ga(n,r.source,r.target),ga(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var va=[`remove`,`offboard`,`block`,`add`];function ya(e){let t=t=>[...new Set(e[t]??[])];return{remove:t(`remove`),offboard:t(`offboard`),block:t(`block`),add:t(`add`)}}var ba=e=>va.some(t=>e[t].length>0);function xa(e,t){return{...t?{asOf:t}:{},...Object.fromEntries(va.filter(t=>e[t].length>0).map(t=>[t,[...e[t]]]))}}var Sa=({source:e,kind:t,target:n})=>`${e} -${t}-> ${n}`,Ca=({source:e,kind:t,target:n},r)=>[e,t,n,r].filter(Boolean).join(` `),wa=RegExp(`^(.+?)\\s+-?\\s*(${Object.keys(B.picture.edges).join(`|`)})\\s*(?:->)?\\s+(.+)$`,`s`);function Ta(e,t){let n=t===`remove`||t===`add`?wa.exec(e):null;if(n===null)return{source:e};let[,r=``,i=``,a=``]=n,o=t===`add`?/^(.+)\s+(DISCOVER|READ|WRITE|ADMIN)$/s.exec(a):null;return{source:r,kind:i,target:o?.[1]??a,...o?.[2]?{permission:o[2]}:{}}}var Ea=`LOSES`,Da=({reasons:e})=>e.reduce((e,{since:t})=>t&&(e===null||t<e)?t:e,null),Oa=(e,t)=>(ra(t)===`Identity`?B.reasonsOfPeople[e]:void 0)??B.reasons[e]??e,ka=({target:e,witness:t})=>t.at(-1)?.targetName??pi(e),Aa=(e,t)=>[...new Set([e,...t.flatMap(({witness:e})=>e.slice(0,1).map(({source:e})=>e))])];function ja(e,t){let n=t.map(e=>({id:e.target,kind:ra(e.target),name:ka(e),permission:e.permission??null,permissionKnown:!0,hops:e.hops,exercised:e.lastUsed?`YES`:`UNKNOWN`,lastUsed:e.lastUsed??null,witness:e.witness}));return pa(Aa(e,t),n,`out`)}function Ma(e,t){let n=new Map(e.nodes.map(({id:e,hop:t})=>[e,t])),r=[],i=[];for(let{id:e,name:a,loses:o}of t){let t=o.filter(e=>n.has(e));if(t.length!==0){n.has(e)||r.push(fa(e,a,Math.max(0,Math.max(...t.map(e=>n.get(e)??0))-1),`between`));for(let n of t)i.push({key:na({source:e,kind:Ea,target:n}),source:e,target:n,kind:Ea,permission:null,exercised:null,evidence:[]})}}return r.length+i.length===0?e:{...e,nodes:[...e.nodes,...r].sort((e,t)=>ta(e.id,t.id)),edges:[...e.edges,...i]}}var Na=e=>[...new Set(e.map(({target:e})=>e))].filter(e=>ra(e)===`DataSource`);function Pa(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?[t,...n]:[...e.edges.map(Sa),...e.nodes]}function Fa(e,t,n){return e===void 0||e.edges.length+e.nodes.length===0?new Set([t,...n]):new Set([...e.edges.map(na),...e.nodes])}function Ia(e,t,n,r){let i=e=>new Set(e.filter(e=>e.root===t).map(({target:e})=>e)),[a,o]=[i(n),i(r)],s=new Set([...e.routes].filter(([e])=>!a.has(e)||o.has(e)).flatMap(([e,t])=>[e,...t]));for(let t of e.edges)s.has(t.key)&&(s.add(t.source),s.add(t.target));let c=[...e.nodes.filter(({role:e})=>e!==`start`).map(({id:e})=>e),...e.edges.map(({key:e})=>e)];return new Set(c.filter(e=>!s.has(e)))}var La=(e,t)=>({cut:e,gone:t??new Set}),Ra=({witness:e})=>e.map(({source:e,kind:t,target:n},r)=>r===0?`${e} -${t}-> ${n}`:`-${t}-> ${n}`).join(` `),za=7,Ba=30;function Va(){let e=B.home;return U(S,{children:[U(`h1`,{children:e.title}),U(`p`,{class:`lead`,children:e.lead(N.value?H(N.value):e.now)}),U(`div`,{class:`home`,children:[U(Ua,{}),U(Ka,{}),U(Ya,{}),U(Xa,{}),U(Za,{}),U($a,{}),U(eo,{})]})]})}function Ha({count:e,words:t,address:n,strong:r}){return U(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[U(`span`,{class:`figure-count`,children:e}),` `,U(`span`,{class:`figure-words`,children:t})]})}function Ua(){let e=B.home,t=R(Zn,{input:{asOf:N.value??null}},e=>L(e.orphanedPaths));return U(K,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>V(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Ha,{count:V(t),words:e.orphanedOf(V(n)),address:P(`orphaned`),strong:!0}),r>0&&U(Ha,{count:V(r),words:e.unknownOwners,address:P(`orphaned`,{list:`unknown`})})]}),U(W,{caption:e.orphaned,rows:Wa(i.nodes),total:i.totalCount,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>U(S,{children:[U(G,{id:t,name:n,href:P(`orphaned`,{root:t})}),r&&U(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>V(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:e=>U(Ga,{at:Da(e)}),wide:!0,sort:Da},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>br(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?U(G,{id:t.id,name:t.name}):U(`span`,{class:`muted`,children:e.nobody})}]})]})})}function Wa(e){let t=({spendSince:e})=>Cr(e?.amount??`0`);return[...e].sort((e,n)=>n.routes-e.routes||Number(t(n)-t(e))).slice(0,5)}function Ga({at:e}){return e===null?U(`span`,{class:`muted`,children:B.orphaned.sinceUnknown}):U(`span`,{class:`nowrap`,children:jr(e)})}function Ka(){let e=B.home,t=Ir(Pr(Nr(N.value),za)),n=R(Qn,{input:{from:t,asOf:N.value??null}},e=>L(e.changes)),r=P(`changes`,{from:t});return U(K,{title:e.changes,lead:e.changesLead(H(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Ha,{count:`+${V(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),U(Ha,{count:`−${V(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),U(Ha,{count:`+${V(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),U(Ha,{count:`−${V(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),U(Ha,{count:`+${V(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),U(Ha,{count:`−${V(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),U(Ha,{count:V(a.totalCount),words:e.permissionsChanged,address:r}),U(Ha,{count:V(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&U(W,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>U(G,{id:e,name:n,href:P(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${V(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${V(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${kr(e)} → ${kr(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var qa=e=>e.map(({value:e})=>e).join(` · `);function Ja({value:e,address:t}){return e.includes(`:`)?U(G,{id:e,href:t}):U(`a`,{href:t,children:e.replace(/^~/,``)})}function Ya(){let e=B.home,t=R(er,{input:{by:[`team`],asOf:N.value??null}},e=>L(e.forecast)),n=Fr(Nr(N.value)),r={by:`team`,from:`${n.slice(0,7)}-01`,to:n};return U(K,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(Ha,{count:br(t.spent),words:e.spent,address:P(`cost`,r),strong:!0}),U(Ha,{count:br(t.expected),words:e.expected,address:P(`cost`,{by:`team`,show:`forecast`})})]}),U(W,{caption:e.spend,rows:n.nodes,total:n.totalCount,rowKey:({key:e})=>qa(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>U(Ja,{value:e[0].value,address:P(`cost`,{...r,by:`identity`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>br(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>br(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>U(ti,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t,key:n})=>t?U(`a`,{class:e?`tag tag-bad`:`muted`,href:P(`cost`,{by:`team`,show:`forecast`,filter:`team=${n[0].value}`}),children:ni(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function Xa(){let e=B.home,t=R($n,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:N.value??null}},e=>L(e.inventory));return U(K,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Ha,{count:V(t),words:e.shadow,address:P(`orphaned`,{list:`shadow`}),strong:t>0})}),U(W,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>U(G,{id:e,name:t,href:P(`orphaned`,{root:e})})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>V(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>U(`span`,{class:`nowrap`,children:jr(e)}),sort:({lastUsed:e})=>e}]})]})})}function Za(){let e=B.home,t=Nr(N.value),n={from:Fr(Pr(t,Ba)),to:Fr(Pr(t,1))},r=R(tr,{input:{by:[`team`],...n,asOf:N.value??null}},e=>L(e.anomalies));return U(K,{title:e.anomalies,lead:e.anomaliesLead,answer:r,exportName:`anomalies`,children:({judged:t,rows:r})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Ha,{count:V(r.totalCount),words:e.judged(V(t)),address:P(`cost`,{by:`team`,...n,show:`anomalies`}),strong:r.totalCount>0})}),r.nodes.length>0&&U(W,{caption:e.anomalies,rows:r.nodes,total:r.totalCount,rowKey:({day:e,key:t})=>`${e} ${qa(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>jr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>U(Ja,{value:e[0].value,address:P(`cost`,{by:`team`,...n,show:`anomalies`,at:t,filter:`team=${e[0].value}`})})},{key:`cost`,title:e.cost,cell:({cost:e})=>br(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>br(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var Qa={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function $a(){let e=B.home,{value:t}=Ji,n=t?{state:`answered`,question:Qa,data:Qi.value}:{state:`loading`,question:Qa};return U(K,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>U(S,{children:[U(`div`,{class:`figures`,children:U(Ha,{count:V(t.length),words:e.late,address:P(`sources`),strong:t.length>0})}),U(W,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>U(`a`,{href:P(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>Mr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?B.unknown:Mr(e),sort:({promisedAgeS:e})=>e}]})]})})}function eo(){let e=B.home,t=R(nr,{input:{asOf:N.value??null}},e=>L(e.unresolved));return U(K,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>U(S,{children:[U(`div`,{class:`figures`,children:U(Ha,{count:V(t),words:e.looseEnds,address:P(`unresolved`)})}),U(W,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?U(G,{id:e,name:t,href:P(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>U(`span`,{class:`small`,children:e})}]})]})})}var to=100,no=7,ro=[1,7,30,90],q=B.changes;function io(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var ao=({isOpened:e})=>U(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[U(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?q.opened:q.closed]}),oo={key:`change`,title:q.change,cell:({isOpened:e})=>U(ao,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},so=[{key:`claimedBy`,title:q.claimedBy,cell:({claimedBy:e})=>e??B.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:q.run,cell:({run:e})=>e??B.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:q.at,cell:({at:e})=>H(e),sort:({at:e})=>e,wide:!0}],co=[oo,{key:`source`,title:q.source,cell:({source:e})=>U(G,{id:e}),sort:({source:e})=>e},{key:`kind`,title:q.kind,cell:({kind:e})=>U(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>e&&U(Si,{permission:e}),wide:!0},...so],lo=[oo,{key:`root`,title:q.root,cell:({root:e})=>U(G,{id:e,href:P(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>U(Si,{permission:e}),wide:!0},{key:`hops`,title:q.hops,cell:({hops:e})=>V(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:q.reasons,cell:({reasons:e})=>U(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function uo({title:e,total:t,children:n}){return U(`section`,{class:`part`,children:[U(`h3`,{children:[e,` `,U(`span`,{class:`muted`,children:V(t)})]}),n]})}function fo(){let e=Nr(N.value),t=$t.value===void 0?`from`:`compare`,n=I(t)??Ir(Pr(e,no)),r=I(`of`),i=R(Bn,{input:{from:n,asOf:N.value??null,of:r??null},first:to},e=>L(e.changes));return U(S,{children:[U(`h1`,{children:q.title}),U(`p`,{class:`lead`,children:q.lead}),U(`div`,{class:`search-form`,role:`group`,"aria-label":q.from,children:[ro.map(r=>{let i=Ir(Pr(e,r));return U(`button`,{type:`button`,"aria-pressed":i===n,onClick:()=>F({[t]:i}),children:q.days(r)},r)}),r&&U(S,{children:[U(G,{id:r}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>F({of:void 0}),children:q.clearOf})]})]}),U(K,{title:i.data?`${H(i.data.from)} → ${H(i.data.to)}`:q.title,answer:i,exportName:`changes`,candidateHref:e=>P(`changes`,{from:n,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:io(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>q.summary(V(e.opened.totalCount),V(e.closed.totalCount)),children:e=>U(po,{data:e,from:n})})]})}function po({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return U(S,{children:[U(uo,{title:q.orphaned,total:s,children:U(W,{caption:q.orphaned,columns:lo,rows:io(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:q.nothing})}),U(uo,{title:q.reach,total:o.totalCount,children:U(W,{caption:q.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:q.nothing,columns:[{key:`who`,title:q.root,cell:({id:e,name:n})=>U(G,{id:e,name:n,href:P(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:B.home.gained,cell:({gained:e})=>`+${V(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:B.home.lost,cell:({lost:e})=>`−${V(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:B.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${kr(e)} → ${kr(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),U(uo,{title:q.edges,total:c,children:U(W,{caption:q.edges,columns:co,rows:io(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:q.nothing})}),U(uo,{title:q.permissions,total:r.totalCount,children:U(W,{caption:q.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:q.nothing,columns:[{key:`source`,title:q.source,cell:({source:e})=>U(G,{id:e}),sort:({source:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>U(Si,{permission:e})},{key:`after`,title:q.after,cell:({after:e})=>U(Si,{permission:e})},...so]})}),U(uo,{title:q.properties,total:i.totalCount,children:U(W,{caption:q.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:q.nothing,columns:[{key:`id`,title:q.of,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`property`,title:q.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>e??B.unknown},{key:`after`,title:q.after,cell:({after:e})=>e??B.unknown},...so]})})]})}function mo(e){let t;return function(){let[n,r]=T(t?`there`:`asking`);if(E(()=>{n===`asking`&&e().then(e=>{t=e,r(`there`)},()=>r(`failed`))},[n]),n===`failed`)return U(ji,{problem:{code:`OFFLINE`,message:``},onRetry:()=>r(`asking`)});let i=t;return i?U(i,{}):U(`p`,{class:`asking`,"aria-busy":`true`,children:B.loading})}}function ho({command:e}){let[t,n]=T(!1),r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return U(`span`,{class:`command`,children:[U(`code`,{children:e}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?B.parts.copied:B.parts.copy})]})}function go({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),U(`aside`,{class:`evidence`,"aria-label":B.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:B.parts.evidence}),U(`button`,{type:`button`,class:`quiet`,onClick:t,children:B.parts.close})]}),U(`ol`,{class:`evidence-list`,children:e.map(e=>U(`li`,{children:[U(`p`,{class:`evidence-edge`,children:[U(G,{id:e.source,name:e.sourceName}),U(`code`,{children:e.kind}),U(G,{id:e.target,name:e.targetName})]}),U(`dl`,{class:`facts`,children:[e.permission&&U(S,{children:[U(`dt`,{children:B.parts.permission}),U(`dd`,{children:U(Si,{permission:e.permission})})]}),U(`dt`,{children:B.parts.claimedBy}),U(`dd`,{children:e.claimedBy}),U(`dt`,{children:B.parts.since}),U(`dd`,{children:H(e.since)}),e.lastUsed!==void 0&&U(S,{children:[U(`dt`,{children:B.parts.lastUsed}),U(`dd`,{children:jr(e.lastUsed)})]}),U(`dt`,{children:B.parts.statement}),U(`dd`,{children:e.evidence?U(`code`,{class:`statement`,children:e.evidence}):B.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var _o=`http://www.w3.org/2000/svg`,vo=24,yo=16,bo=2,xo=16e3;function So(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*yo],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,_o),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-vo,r.y-vo,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(To(`style`,wo()),To(`metadata`,t.join(`
`)),Eo(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>Do(e,r.x,r.y+r.height+vo+(t+.5)*yo))),new XMLSerializer().serializeToString(o)}async function Co(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(bo,xo/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function wo(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels|chart)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function To(e,t){let n=document.createElementNS(_o,e);return n.textContent=t,n}function Eo(e,t,n){let r=To(`rect`,``),i={x:e.x-vo,y:e.y-vo,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function Do(e,t,n){let r=To(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}var Oo=`fold:`;function ko(e,t){let n=Ao(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=jo(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=No(e.edges,r),o=new Map(e.edges.map(e=>[e.key,Mo(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>ta(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function Ao(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(ta)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>ta(e.id,t.id)))}function jo(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:la(sa,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:la(ca,e.sensitivity,t.sensitivity),exercised:oa(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:Oo+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function Mo(e,t){return na({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function No(e,t){let n=new Map;for(let r of e){let e=Mo(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:la(sa,i.permission,r.permission),exercised:oa(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>ta(e.key,t.key))}var Po={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},Fo={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},Io=52,Lo=76,Ro=16,zo=8,Bo=4,Vo=60,Ho=400;function Uo(e){return`${e.source}\t${e.target}`}var Wo=`\0`;function Go(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=Uo(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${Wo}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(Uo(n),n)})}return a.length>Ho?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Ko(e,t,n={}){let r=Go(e,t),i=qo(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Yo(e,a));for(let e=0;e<zo;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Zo(o[e]??[],t?i.before:i.after,a))}return $o(i,o,n.pinned??new Map,r.bendsOf)}function qo(e,t){let n=[...e].sort((e,t)=>ta(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function Jo(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Yo(e,t){return Jo(e,t),e}function Xo(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Zo(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?Xo(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return Jo(i,n),i}function Qo(e){return Math.max(Vo,Math.ceil(Math.sqrt(e*3)))}function $o(e,t,n,r){let i=Qo(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*Io});let u=r*204-Ro;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(Wo)).length}),c+=u+Lo}),es(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of ns(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:rs(l)}}function es(e,t,n){for(let r=0;r<Bo;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())ts(e.map(e=>{let t=a[e]??[];return t.length>0?Xo(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function ts(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*Io,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*Io)}function ns(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<Io&&(s=Math.ceil(e.y+Io));return i.set(a,s+Io),[e,{x:a,y:s}]})}function rs(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var is=18.5,as=15.5,os=24,ss=16,cs=250,ls=e=>`translate(${e.x-94} ${e.y-20})`,us=/[ijlrtfI.,:;'|!()[\]/ -]/,ds=/[A-HJ-Zmw@%…]/,fs=e=>e.reduce((e,t)=>e+(us.test(t)?.62:ds.test(t)?1.3:1),0);function ps(e,t){let n=[...e];if(fs(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(fs([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function ms({layout:e,words:t}){let n=e.bounds.top-26;return U(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>U(`g`,{children:[U(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),U(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function hs({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>cs;return U(`g`,{class:e.edges.length<=ss?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=_s(a,o,t.bends.get(Uo(e))??[]);return U(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&U(`path`,{class:`edge-area`,d:l.path}),U(`path`,{class:`edge-line`,d:l.path}),!i&&U(`path`,{class:`edge-head`,d:l.head}),!i&&U(`path`,{class:`edge-cut`,d:gs(l.middle,5)}),!i&&U(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}var gs=({x:e,y:t},n)=>`M${e-n} ${t-n}l${2*n} ${2*n}M${e+n} ${t-n}l${-2*n} ${2*n}`;function _s(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function vs({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>cs;return U(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&U(xs,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var ys=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,bs=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function xs({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:Po[e.permission]??0,s=e.sensitivity===null?void 0:Fo[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return U(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:ls(t),children:[!r&&U(`title`,{children:a}),e.role===`fold`&&U(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),U(`rect`,{class:`node-card`,width:188,height:40,rx:9}),U(`path`,{class:`node-side`,d:ys}),U(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:vi(e.kind)}),U(`text`,{class:`node-name`,x:42,y:17,children:ps(c,s===void 0?is:as)}),U(`text`,{class:`node-words`,x:42,y:31,children:ps(n.subtitle(e),os)}),o>0&&U(`path`,{class:`node-bars`,d:bs.slice(o).join(``)}),o>0&&U(`path`,{class:`node-bars is-full`,d:bs.slice(0,o).join(``)}),s!==void 0&&U(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),!r&&U(`path`,{class:`node-cut`,d:gs({x:17,y:20},9)}),i&&U(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function Ss(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||ta(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||ta(t,n))[0]??null}}var Cs=.04,ws=3,Ts=28,Es=30,Ds=.55;function Os(e,t){let n=e.top-Es,[r,i]=[e.right-e.left,e.bottom-n],a={width:t.width-56,height:t.height-56},o=Ps(Math.min(1.1,a.width/Math.max(1,r),a.height/Math.max(1,i)));return{scale:o,x:t.width/2-o*(e.left+e.right)/2,y:t.height/2-o*(n+e.bottom)/2}}function ks(e,t,n,r){let i=Os(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-Ts-e.right*a:Ts-e.left*a,y:t.height/2-n.y*a}}function As(e,t,n){let r=Ps(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function js(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function Ms(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return js(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function Ns(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function Ps(e){return Math.min(ws,Math.max(Cs,e))}var Fs={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Is=4,Ls=.0016,Rs=1.25;function zs(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=Ks(a,e),l=O(()=>Ss(t,n),[t,n]),u=O(()=>[U(ms,{layout:n,words:r}),U(hs,{graph:t,layout:n,words:r}),U(vs,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);Ws(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Us(a.current,e)?.focus({preventScroll:!0})},[n,c]);return U(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.95+150)}px`},children:[U(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=Fs[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!Bs(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>Hs(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:U(`g`,{class:`picture-world`,children:u})}),U(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[U(`button`,{type:`button`,onClick:()=>c.zoom(Rs),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),U(`button`,{type:`button`,onClick:()=>c.zoom(1/Rs),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),U(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function Bs(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(Rs);else if(e===`-`)r.zoom(1/Rs);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(Vs(a,s.id,n.selected));else return!1;return!0}function Vs(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function Hs(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Us(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function Ws(e,t,n,r){let{graph:i,selected:a,route:o,marks:s,words:c}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),l=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),u=new Set(i.nodes.filter(({id:e,members:t})=>s!==null&&(t.length>0?t:[e]).every(e=>s.gone.has(e))).map(({id:e})=>e)),d=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===d?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,l!==null&&!l.has(t)),Gs(e,c,s?.cut.has(t)??!1,u.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t));let n=[e.dataset.source??``,e.dataset.target??``];Gs(e,c,s?.cut.has(t)??!1,(s?.gone.has(t)??!1)||n.some(e=>u.has(e)))}},[i,a,o,s,n,r])}function Gs(e,t,n,r){e.classList.toggle(`is-cut`,n),e.classList.toggle(`is-gone`,r);let i=[n?t.cut:``,r?t.gone:``].filter(Boolean).join(`, `);i?e.setAttribute(`aria-description`,i):e.removeAttribute(`aria-description`)}function Ks(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<Ds)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<Is)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(js(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=Ns(n.current,s(t));a.id!==null&&Us(e.current,a.id)?.setAttribute(`transform`,ls(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,Ns(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(js(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(As(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(Os(a.current.layout.bounds,t())),reveal:e=>o(Ms(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(ks(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(As(n.current,Math.exp(-e.deltaY*Ls),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var qs=[`YES`,`NO`,`UNKNOWN`];function Js(){return U(`details`,{class:`picture-legend`,children:[U(`summary`,{children:B.picture.legend}),U(`ul`,{children:[qs.map(e=>U(`li`,{children:[U(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:U(`g`,{class:`edge use-${e.toLowerCase()}`,children:[U(`path`,{class:`edge-line`,d:`M2 5H28`}),U(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),B.uses[e]]},e)),[...ca].reverse().map(e=>U(`li`,{children:[U(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:U(`path`,{class:`node-sensitivity is-${e}`,d:Fo[e]})}),B.sensitivities[e]]},e))]}),U(`p`,{class:`muted small`,children:B.picture.keys})]})}var Ys=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Xs=function(e,t){return new URL(e,t).href},Zs={},Qs=function(e){return e.pathname.endsWith(`.css`)},$s=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},ec=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Xs(t,n);let r=s(t),i=Qs(r);return $s(Zs,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Ys,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},tc=2400,nc=new Map;function rc(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:nc}),s=a.of===e.subject?a.at:nc,[c,l]=[an(`open`),an(`hide`)],u=JSON.stringify([c,l]),d=O(()=>_a(e.graph,new Set(l)),[e.graph,u]),f=e.marks??null,p=[...f?.cut??[]].flatMap(e=>e.split(`	`)).join(`
`),m=O(()=>ko(d,{expanded:new Set(c),separate:new Set([...s.keys(),...p.split(`
`)])}),[d,s,u,p]),h=O(()=>ic(m,s),[m,s]),g=e.focused===null?null:m.routes.get(e.focused)??null,_={select:e.onSelect,focus:t=>e.onFocus(t===null||!m.routes.has(t)?null:t),expand:e=>F({open:[...c,e.slice(Oo.length)]}),hide:e=>F({hide:[...l,...uc(m,e)]}),open:e=>rn(wi(e).view,{[wi(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:dc(s,t,n)})},v=m.nodes.length+m.edges.length,y={graph:m,layout:h,words:t,label:B.picture.label(e.title,V(m.nodes.length),V(m.edges.length)),selected:lc(m,e.selected),route:g,pinned:s,marks:f,actions:_,subject:e.subject,direction:n},{Large:b,isAwaited:x}=oc(v>tc),ee=t=>{let n=i.current?.querySelector(`svg.picture`);n&&fc(n,t,e.exportName,e.title,r)};return U(`div`,{class:`picture-box`,ref:i,children:[U(`div`,{class:`picture-tools`,children:[g!==null&&U(ac,{onClick:()=>e.onFocus(null),children:B.picture.showAll}),c.length>0&&U(ac,{onClick:()=>F({open:[]}),children:B.picture.showFolded}),l.length>0&&U(ac,{onClick:()=>F({hide:[]}),children:B.picture.showHidden(V(l.length))}),s.size>0&&U(ac,{onClick:()=>o({of:e.subject,at:nc}),children:B.picture.unpin(V(s.size))}),U(`span`,{class:`picture-exports`,children:[!b&&U(ac,{onClick:()=>ee(`svg`),children:B.picture.exportSvg}),!b&&U(ac,{onClick:()=>ee(`png`),children:B.picture.exportPng})]})]}),b?U(b,{...y}):x?U(`div`,{class:`picture-frame`,"aria-busy":`true`}):U(zs,{...y}),b&&U(`p`,{class:`muted small`,children:B.picture.large(V(v))}),U(Js,{})]})}function ic(e,t){let n=performance.now(),r=Ko(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function ac({onClick:e,children:t}){return U(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function oc(e){let[t,n]=T(),r=O(()=>e&&cc(),[e]);return E(()=>{r&&!t&&ec(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}var sc;function cc(){if(sc===void 0){let e=document.createElement(`canvas`).getContext(`webgl2`);sc=e!==null,e?.getExtension(`WEBGL_lose_context`)?.loseContext()}return sc}function lc(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function uc(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function dc(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function fc(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=So(e,[r,B.picture.provenance(a,o.slice(0,12),s),B.picture.exportedAt(new Date().toISOString())]);t===`svg`?ki(Ai(n,i,`svg`),`image/svg+xml`,c):ki(Ai(n,i,`png`),`image/png`,await Co(c))}var pc=B.picture,mc=B.permissions,hc=B.sensitivities,gc=e=>pc.edges[e]??e;function _c(e){return e.role===`fold`?pc.fold(V(e.members.length),pc.pluralKinds[e.kind]??yi(e.kind)):e.name}function vc(e,t){return t&&(e.role===`fold`?pc.upTo(t.toLowerCase()):t)}function yc(e){let t=e.permission===null?void 0:mc[e.permission],n=e.sensitivity===null?void 0:hc[e.sensitivity],r=[vc(e,t),vc(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return pc.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=hi(e.id);return e.role===`fold`||i===``?yi(e.kind):`${yi(e.kind)} · ${i}`}function bc(e){return[_c(e),e.role===`fold`?void 0:`${yi(e.kind)} ${hi(e.id)}`.trim(),e.role===`between`?pc.onTheWay:void 0,e.permission===null?void 0:vc(e,mc[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?pc.assumed:void 0,e.sensitivity===null?void 0:vc(e,hc[e.sensitivity]),e.exercised===null?void 0:B.uses[e.exercised],e.role===`fold`?pc.opensFold:void 0].filter(Boolean).join(`, `)}function xc(e,t,n){return[`${_c(t)} ${gc(e.kind)} ${_c(n)}`,e.permission===null?void 0:mc[e.permission],e.exercised===null?void 0:B.uses[e.exercised],pc.claims(e.evidence.length)].filter(Boolean).join(`, `)}function Sc(e){return{roleDescription:pc.roleDescription,zoom:pc.zoom,zoomIn:pc.zoomIn,zoomOut:pc.zoomOut,fit:pc.fit,hop:(t,n)=>e(t,V(n)),title:_c,subtitle:yc,describeNode:bc,describeEdge:xc,edge:gc,cut:pc.cut,gone:pc.gone}}var Cc=B.whatIf,wc=[{title:Cc.dataSources,note:Cc.dataSourcesNote,show:({dataSources:e})=>V(e)},{title:Cc.score,note:Cc.scoreNote,show:({score:e})=>kr(e)},{title:Cc.orphanedRoots,show:({orphanedRoots:e})=>V(e)},{title:Cc.orphanedPaths,note:Cc.orphanedPathsNote,show:({orphanedPaths:e})=>V(e)},{title:Cc.spend,show:({spendPerMonth:e})=>br(e),exact:({spendPerMonth:e})=>e?xr(e):void 0}];function Tc({before:e,after:t}){return U(`table`,{class:`difference`,children:[U(`caption`,{class:`visually-hidden`,children:Cc.result}),U(`thead`,{children:U(`tr`,{children:[U(`td`,{}),U(`th`,{scope:`col`,children:Cc.before}),U(`th`,{scope:`col`,children:Cc.after})]})}),U(`tbody`,{children:wc.map(({title:n,note:r,show:i,exact:a})=>U(`tr`,{class:i(e)===i(t)?`is-same`:`is-changed`,children:[U(`th`,{scope:`row`,children:[n,r&&U(`span`,{class:`difference-note`,children:r})]}),U(`td`,{title:a?.(e),children:i(e)}),U(`td`,{title:a?.(t),children:i(t)})]},n))})]})}var J=B.orphaned,Ec=Sc(B.picture.hop),Dc=200;function Oc({root:e,answer:t,routes:n,total:r,more:i}){let a=Na(n),o={from:[e.id,...e.folded],to:[...a],asOf:N.value??null},s=R(cr,a.length>0?{input:o,first:Dc}:null,e=>L(e.revocation)),c=a.length===0||s.state===`answered`,l=c?Pa(s.data,e.id,e.folded):[],u=I(`try`)!==void 0&&l.length>0&&l.length<=100,d=R(_r,u?{input:{remove:[...l],...N.value?{asOf:N.value}:{}},first:1}:null,e=>L(e.whatIf)),f=()=>F({try:I(`try`)===void 0||void 0},!0);Ac(`w`,f);let p=O(()=>ja(e.id,n),[e.id,n.length,t.data]),m=O(()=>Ma(p,s.data?.collateral.nodes??[]),[p,s.data]),h=c&&n.length>0?Fa(s.data,e.id,e.folded):kc,g=e.state===`ORPHANED`?d.data?.orphanedPaths.closed:s.data?.proven?n:[],_=u&&d.data&&g?Ia(p,e.id,g,d.data.orphanedPaths.opened):null,v=new Map((u&&d.data?d.data.orphanedPaths.opened:[]).filter(t=>t.root===e.id).map(({target:e,permission:t})=>[e,t??null])),y=O(()=>La(h,_),[[...h].join(`
`),_&&[..._].join(`
`)]);return U(S,{children:[U(`div`,{class:`root-top`,children:[U(jc,{root:e,answer:t}),U(`section`,{class:`revocation`,"aria-label":J.revocation,children:[U(K,{title:J.revocation,lead:a.length>0?[J.revocationLead,i===null?``:J.revocationOfSome].join(` `):n.length>0?J.onlyModels:J.noRoutes,answer:a.length>0?s:{...t,data:void 0,state:`idle`},exportName:`revocation`,exportTable:Lc,summary:({cost:e})=>`${J.cost} ${V(e)}`,children:e=>U(Ic,{data:e})}),l.length>100?U(`p`,{class:`muted small`,children:J.tooMany(100)}):c&&U(`p`,{class:`try`,children:[U(`button`,{type:`button`,"aria-pressed":u,"aria-keyshortcuts":`w`,onClick:f,children:[u?J.tryingIt:J.tryIt,` `,U(`kbd`,{"aria-hidden":`true`,children:`w`})]}),U(`a`,{href:P(`what-if`,{remove:l}),children:J.openWhatIf})]})]}),u&&U(K,{title:B.whatIf.result,class:`tried`,answer:d,exportName:`what-if`,summary:({after:e})=>`${B.whatIf.orphanedPaths} ${V(e.orphanedPaths)}`,children:({before:e,after:t})=>U(Tc,{before:e,after:t})})]}),U(Rc,{root:e,answer:t,routes:n,total:r,more:i,graph:m,marks:y,left:v})]})}var kc=new Set;function Ac(e,t){let n=D(t);n.current=t,E(()=>{let t=t=>{let r=t.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(t.target.tagName);t.key!==e||r||t.ctrlKey||t.metaKey||t.altKey||t.defaultPrevented||(t.preventDefault(),n.current())};return document.addEventListener(`keydown`,t),()=>document.removeEventListener(`keydown`,t)},[e])}function jc({root:e,answer:t}){let n=D(null);return E(()=>n.current?.focus({preventScroll:!0}),[e.id]),U(`section`,{class:`panel root-facts`,children:[U(`header`,{class:`root-head`,children:[U(`h2`,{tabIndex:-1,ref:n,children:[U(G,{id:e.id,name:e.name}),e.shadow&&U(`span`,{class:`tag`,children:J.shadowMark})]}),U(`nav`,{class:`actions`,"aria-label":e.name,children:[U(`a`,{href:P(`blast-radius`,{start:e.id}),children:J.blastRadius}),U(`a`,{href:P(`changes`,{of:e.id}),children:J.changes})]})]}),U(`dl`,{class:`facts root-list`,children:[U(`dt`,{children:J.why}),U(`dd`,{children:[e.reasons.length===0&&(J.state[e.state]??e.state),e.reasons.map(({code:t,since:n,evidence:r})=>U(`p`,{children:[U(`b`,{children:Oa(t,e.id)}),n&&U(`span`,{class:`nowrap`,children:[` · `,H(n)]}),U(`span`,{class:`root-evidence`,children:r})]},t+r))]}),U(`dt`,{children:J.since}),U(`dd`,{children:Da(e)?H(Da(e)):J.sinceUnknown}),U(`dt`,{children:Da(e)?J.spend:J.spendOfWindow}),U(`dd`,{title:e.spendSince?xr(e.spendSince):void 0,children:br(e.spendSince)}),e.folded.length>0&&U(S,{children:[U(`dt`,{children:J.folded}),U(`dd`,{class:`chips`,children:e.folded.map(e=>U(G,{id:e},e))})]}),U(`dt`,{children:J.nextOwner}),U(`dd`,{children:[e.nextOwner.length===0&&U(`span`,{class:`muted`,children:J.nobody}),e.nextOwner.map(({id:t,name:n,reason:r,evidence:i})=>U(`p`,{children:[U(G,{id:t,name:n}),` `,U(`span`,{children:J.nextOwners[r]??r}),U(`span`,{class:`root-evidence`,children:i}),r===e.nextOwner[0]?.reason&&t===e.nextOwner[0].id&&mi(e.id)!==`Identity`&&U(ho,{command:Mc(e.id,t)})]},t+r))]})]}),t.state===`loading`&&U(`p`,{class:`asking`,children:B.loading})]})}var Mc=(e,t)=>`remit decide owner ${Nc(e)} ${Nc(t)}`,Nc=e=>/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll(`'`,`'\\''`)}'`,Pc=[{key:`action`,title:J.step,cell:({action:e})=>e},{key:`system`,title:J.system,cell:({system:e})=>U(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`cost`,title:J.cost,cell:({cost:e})=>V(e),align:`end`},{key:`command`,title:J.command,wide:!0,cell:({command:e})=>e?U(ho,{command:e}):U(`span`,{class:`muted`,children:J.noCommand})}],Fc=[{key:`person`,title:J.person,cell:({id:e,name:t})=>U(G,{id:e,name:t})},{key:`loses`,title:J.loses,cell:({loses:e})=>U(`span`,{class:`chips`,children:e.map(e=>U(G,{id:e},e))})}];function Ic({data:e}){let t=e.collateral.totalCount;return e.steps.length===0?U(`p`,{class:`empty`,children:J.noCut}):U(S,{children:[U(W,{caption:J.revocation,columns:Pc,rows:e.steps,rowKey:({source:e,target:t,action:n})=>`${e} ${t} ${n}`}),U(`p`,{class:`verdict`,children:[U(`span`,{class:e.proven?`good`:`bad`,children:[U(`span`,{"aria-hidden":`true`,children:e.proven?`✓`:`✗`}),` `,e.proven?J.proven:J.notProven]}),` `,J.cost,` `,U(`b`,{children:V(e.cost)}),`. `,t===0?J.noCollateral:`${J.collateral(V(t))}.`]}),t>0&&U(W,{caption:J.loses,columns:Fc,rows:e.collateral.nodes,rowKey:({id:e})=>e,total:t})]})}function Lc({steps:e}){return{columns:[`system`,`action`,`cost`,`source`,`target`,`command`],rows:e.map(({system:e,action:t,cost:n,source:r,target:i,command:a})=>[e,t,n,r,i??null,a??null])}}function Rc({root:e,answer:t,routes:n,total:r,more:i,graph:a,marks:o,left:s}){let[c,l]=T(null),u=I(`row`)??null,d=n.find(({target:e})=>e===u),f=e=>{let t=e?.includes(`	`)??!1;l(t?e:null),F({row:t?void 0:e??void 0},!0)},p=c===null?d?.witness:a.edges.find(({key:e})=>e===c)?.evidence;return U(K,{title:J.routesTitle,lead:e.state===`ORPHANED`?J.routesLead:J.answeredLead(J.state[e.state]??e.state),answer:t,exportName:`orphaned-routes`,exportTable:()=>Bc(n),summary:()=>J.paths(V(n.length)),children:t=>n.length===0?U(`p`,{class:`empty`,children:J.noRoutes}):U(S,{children:[i!==null&&U(`p`,{class:`muted small`,children:[J.someRoutes(V(n.length),V(r)),` `,U(`button`,{type:`button`,onClick:i,children:B.more})]}),U(`div`,{class:`route-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":B.reach.picture,children:U(rc,{graph:a,words:Ec,title:J.routesTitle,subject:e.id,direction:`out`,selected:c??u,onSelect:f,focused:I(`focus`)??null,onFocus:e=>F({focus:e??void 0}),provenance:t,exportName:`orphaned-routes`,marks:o})}),U(`section`,{class:`route-list`,"aria-label":B.reach.list,children:U(W,{caption:J.routesTitle,columns:zc(s),rows:n,rowKey:({target:e})=>e,rowClass:({target:e})=>o.gone.has(e)?`is-gone`:``,selected:u??``,onOpen:({target:e})=>f(e),total:r})})]}),p!==void 0&&p.length>0&&U(`div`,{class:`reach-evidence`,children:U(go,{edges:p,onClose:()=>f(null)},c??u??``)})]})})}var zc=e=>[{key:`target`,title:J.target,cell:e=>U(G,{id:e.target,name:ka(e)}),sort:e=>ka(e).toLowerCase()},{key:`permission`,title:J.permission,cell:({target:t,permission:n})=>U(S,{children:[n?U(Si,{permission:n}):B.unknown,e.has(t)&&U(S,{children:[` → `,U(Si,{permission:e.get(t)})]})]})},{key:`below`,title:J.below,align:`end`,wide:!0,cell:({below:e})=>e>0?`+${V(e)}`:``,sort:({below:e})=>e},{key:`hops`,title:J.hops,align:`end`,wide:!0,cell:({hops:e})=>V(e),sort:({hops:e})=>e},{key:`used`,title:J.lastUsed,cell:({lastUsed:e})=>jr(e),sort:({lastUsed:e})=>e}];function Bc(e){return{columns:[`root`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.map(e=>[e.root,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Ra(e)])}}var Vc=B.orphaned;async function Hc(e){let t=[],n=[],r=L((await hn(ir,{input:{asOf:e??null},first:200})).orphanedPaths),i=r,a={asOf:i.snapshot.asOf};for(t.push(...r.roots.nodes);r.roots.pageInfo.hasNextPage;)r=L((await hn(ir,{input:a,first:200,after:r.roots.pageInfo.endCursor??null})).orphanedPaths),t.push(...r.roots.nodes);let o=null;do{let e=L((await hn(sr,{input:a,first:200,after:o})).orphanedPaths).paths;n.push(...e.nodes),o=e.pageInfo.hasNextPage?e.pageInfo.endCursor:null}while(o);return{provenance:i,roots:t,paths:n}}function Uc({roots:e,paths:t}){return{columns:[`root`,`name`,`state`,`shadow`,`reasons`,`since`,`spend_since`,`currency`,`next_owner`,`target`,`below`,`permission`,`hops`,`last_used`,`walk`],rows:e.flatMap(e=>{let n=t.filter(t=>t.root===e.id),r=[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Da(e),e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null];return n.length===0?[[...r,null,null,null,null,null,null]]:n.map(e=>[...r,e.target,e.below,e.permission??null,e.hops,e.lastUsed??null,Ra(e)])})}}function Wc(){let[e,t]=T(!1),[n,r]=T(),[i,a]=T();E(()=>{i!==void 0&&(window.addEventListener(`afterprint`,()=>a(void 0),{once:!0}),window.print())},[i]);let o=async e=>{t(!0),r(void 0);try{let t=await Hc(N.value),n={text:sr.toString().trim(),variables:{input:{asOf:t.provenance.snapshot.asOf}}},r=e=>Ai(`orphaned-paths`,t.provenance,e);e===`csv`?ki(r(`csv`),`text/csv`,Di(Uc(t),n,t.provenance,new Date)):e===`json`?ki(r(`json`),`application/json`,Oi({roots:t.roots,paths:t.paths},n,t.provenance,new Date)):a(t)}catch(e){r(vn(e))}finally{t(!1)}};return U(S,{children:[U(`div`,{class:`sheet-tools`,role:`group`,"aria-label":Vc.sheet,"aria-busy":e||void 0,children:[U(`span`,{class:`muted`,children:Vc.sheet}),U(s,{purpose:`csv`,label:B.parts.exportCsv}),U(s,{purpose:`json`,label:B.parts.exportJson}),U(s,{purpose:`print`,label:Vc.print})]}),n&&U(ji,{problem:n}),i&&U(Gc,{sheet:i})]});function s({purpose:t,label:n}){return U(`button`,{type:`button`,disabled:e,onClick:()=>void o(t),children:n})}}function Gc({sheet:{provenance:e,roots:t,paths:n}}){let{asOf:r,digest:i}=e.snapshot;return U(`section`,{class:`sheet`,children:[U(`p`,{children:Vc.sheetLead(H(r),i.slice(0,12))}),t.map(e=>U(`article`,{children:[U(`h2`,{children:[e.name,` `,U(`small`,{children:e.id})]}),U(`p`,{children:[e.reasons.map(({code:t,evidence:n})=>`${Oa(t,e.id)} (${n})`).join(`; `)||Vc.state[e.state],`. `,Vc.since,`: `,Da(e)?jr(Da(e)):Vc.sinceUnknown,`. `,Vc.spend,`: `,br(e.spendSince),`. `,Vc.nextOwner,`: `,e.nextOwner[0]?.name??Vc.nobody,`.`]}),U(`ul`,{children:n.filter(t=>t.root===e.id).map(e=>U(`li`,{children:[ka(e),` `,e.permission??``,` `,e.lastUsed?`${Vc.lastUsed}: ${e.lastUsed}`:``,U(`br`,{}),U(`small`,{children:Ra(e)})]},e.target))})]},e.id))]})}var Y=B.orphaned,Kc=[`all`,`shadow`,`unknown`];function qc(){let e=I(`list`),t=Kc.find(t=>t===e)??`all`,n=I(`root`);return U(`div`,{class:`orphaned-view`,children:[U(`h1`,{children:Y.title}),U(`p`,{class:`lead`,children:Y.lead}),n?U(Zc,{id:n},n):U(S,{children:[U(`nav`,{class:`lists`,"aria-label":Y.lists,children:Kc.map(e=>U(`a`,{href:P(`orphaned`,{list:e===`all`?void 0:e}),"aria-current":e===t?`page`:void 0,children:Y[e]},e))}),t===`unknown`?U(Xc,{}):U(Yc,{list:t}),U(Wc,{})]})]})}var Jc=[{key:`root`,title:Y.root,cell:({id:e,name:t,shadow:n})=>U(S,{children:[U(G,{id:e,name:t,href:P(`orphaned`,{root:e})}),n&&U(`span`,{class:`tag`,children:Y.shadowMark})]}),sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Y.why,wide:!0,cell:({id:e,reasons:t,state:n})=>t.length>0?U(`span`,{title:t.map(({evidence:e})=>e).join(`
`),children:t.map(({code:t})=>Oa(t,e)).join(`; `)}):U(`span`,{class:`muted`,children:Y.state[n]??n}),sort:({reasons:e})=>e[0]?.code},{key:`since`,title:Y.since,wide:!0,cell:e=>Da(e)?U(`span`,{class:`nowrap`,children:jr(Da(e))}):U(`span`,{class:`muted`,children:Y.sinceUnknown}),sort:Da},{key:`routes`,title:Y.routes,align:`end`,cell:({routes:e})=>V(e),sort:({routes:e})=>e},{key:`spend`,title:Y.spend,align:`end`,cell:({spendSince:e})=>U(`span`,{title:e?xr(e):void 0,children:br(e)}),sort:({spendSince:e})=>e?Number(e.amount):null},{key:`owner`,title:Y.nextOwner,wide:!0,cell:({nextOwner:[e]})=>e?U(G,{id:e.id,name:e.name}):U(`span`,{class:`muted`,children:Y.nobody}),sort:({nextOwner:[e]})=>e?.name.toLowerCase()}];function Yc({list:e}){let[t,n]=yn(ir,{input:{asOf:N.value??null},first:200},e=>L(e.orphanedPaths),({roots:e})=>e),r=e===`shadow`,i=r?n.rows.filter(({shadow:e})=>e):n.rows;return U(K,{title:r?Y.shadow:Y.all,answer:t,exportName:r?`shadow-accounts`:`orphaned`,exportTable:()=>$c(i),summary:({totalRoots:e,totalPaths:t})=>`${V(e)}, ${Y.paths(V(t))}`,children:({totalRoots:e,totalPaths:t,roots:a})=>U(S,{children:[U(`div`,{class:`figures`,children:[U(`span`,{class:`figure figure-strong`,children:[U(`span`,{class:`figure-count`,children:V(r?i.length:e)}),` `,U(`span`,{class:`figure-words`,children:r?Y.shadowCount:Y.principals})]}),!r&&U(`span`,{class:`figure`,children:[U(`span`,{class:`figure-count`,children:V(t)}),` `,U(`span`,{class:`figure-words`,children:Y.routes.toLowerCase()})]})]}),U(W,{caption:r?Y.shadow:Y.all,columns:Jc,rows:i,rowKey:({id:e})=>e,onOpen:({id:e})=>F({root:e}),total:r&&!n.hasMore?i.length:a.totalCount,hasMore:n.hasMore,isLoading:n.isLoading,onMore:n.more,empty:r?Y.noShadow:Y.noRoots})]})})}function Xc(){let[e,t]=yn(ar,{input:{asOf:N.value??null},first:200},e=>L(e.orphanedPaths),({unknown:e})=>e);return U(K,{title:Y.unknown,answer:e,exportName:`unknown-owners`,exportTable:()=>({columns:[`id`,`why`],rows:t.rows.map(({id:e,why:t})=>[e,t])}),summary:({totalUnknown:e})=>V(e),children:({totalUnknown:e})=>U(W,{caption:Y.unknown,columns:[{key:`id`,title:Y.root,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`why`,title:Y.why,cell:({why:e})=>e,sort:({why:e})=>e}],rows:t.rows,rowKey:({id:e})=>e,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Y.noUnknown})})}function Zc({id:e}){let[t,n]=yn(or,{input:{of:[e],asOf:N.value??null},first:200},e=>L(e.orphanedPaths),({paths:e})=>e),r=t.data?.roots.nodes[0],i=t.data?.unknown.nodes[0];return U(S,{children:[U(`p`,{class:`back`,children:U(`a`,{href:P(`orphaned`,{list:I(`list`)}),children:[`← `,Y.back]})}),r!==void 0&&r.id!==e&&U(`p`,{class:`hangs-on`,children:[U(G,{id:e}),` `,Y.hangsOn]}),r===void 0?U(K,{title:Y.root,answer:t,children:()=>U(S,{children:[U(`p`,{children:U(G,{id:e})}),U(`p`,{class:`empty`,children:i?`${Y.state.UNKNOWN}: ${i.why}`:Y.notListed})]})}):r.state===`ORPHANED`?U(Oc,{root:r,answer:t,routes:n.rows,total:t.data?.totalPaths??0,more:n.hasMore?n.more:null}):U(Qc,{root:r})]})}function Qc({root:e}){let[t,n]=yn(ur,{input:{start:[e.id],kinds:[`DataSource`],...N.value?{asOf:N.value}:{}},first:200},e=>L(e.blastRadius),({reached:e})=>e);return U(Oc,{root:e,answer:t,routes:n.rows.map(({id:t,permission:n,hops:r,lastUsed:i,witness:a})=>({root:e.id,target:t,below:0,permission:n??null,hops:r,lastUsed:i??null,witness:a})),total:t.data?.reached.totalCount??0,more:n.hasMore?n.more:null})}function $c(e){return{columns:[`id`,`name`,`state`,`shadow`,`reasons`,`since`,`routes`,`spend_since`,`currency`,`next_owner`,`folded`],rows:e.map(e=>[e.id,e.name,e.state,String(e.shadow),e.reasons.map(({code:e})=>e).join(` `),Da(e),e.routes,e.spendSince?.amount??null,e.spendSince?.currency??null,e.nextOwner[0]?.id??null,e.folded.join(` `)])}}var el=`remit.recent`,tl=`remit.saved`,nl=20,rl=100,il=[`start`,`target`,`from`,`node`,`of`];function al(e,t){try{let n=JSON.parse(localStorage.getItem(e)??`[]`);return Array.isArray(n)?n.filter(e=>typeof e==`string`).slice(0,t):[]}catch{return[]}}var ol=j(al(el,nl)),sl=j(al(tl,rl)),cl=({params:e})=>il.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function ll(e){if(!cl(e))return;let t=Qt(e);ol.value=[t,...ol.value.filter(e=>e!==t)].slice(0,nl),localStorage.setItem(el,JSON.stringify(ol.value))}function ul(){ol.value=[],localStorage.removeItem(el)}function dl(e){let t=Qt(e),n=sl.value.filter(e=>e!==t);sl.value=n.length<sl.value.length?n:[t,...n].slice(0,rl),localStorage.setItem(tl,JSON.stringify(sl.value))}var fl=e=>sl.value.includes(Qt(e)),pl=()=>sl.value.map(Zt),ml=()=>ol.value.map(Zt);function hl(){let e=ml();return U(S,{children:[U(gl,{title:B.search.saved,locations:pl(),empty:B.search.noSaved}),U(gl,{title:B.search.recent,locations:e,empty:B.search.noRecent,...e.length?{onForget:ul}:{}})]})}function gl({title:e,locations:t,empty:n,onForget:r}){return U(`section`,{class:`panel`,"aria-label":e,children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:e}),r&&U(`button`,{type:`button`,class:`quiet`,onClick:r,children:B.search.forget})]}),t.length===0&&U(`p`,{class:`empty`,children:n}),U(`ul`,{class:`plain-list recent`,children:t.map(e=>U(`li`,{children:[U(`span`,{children:yr(e.view)}),U(`span`,{class:`question`,children:[U(G,{id:cl(e)??``,href:Qt(e)}),e.params.asOf?.[0]&&U(`span`,{class:`muted small`,children:H(e.params.asOf[0])}),U(`button`,{type:`button`,class:`quiet`,"aria-pressed":fl(e),onClick:()=>dl(e),children:fl(e)?B.search.drop:B.search.keep})]})]},Qt(e)))})]})}var _l=B.query,vl=/^query (\w+)/,yl=Object.values(bn).filter(e=>e instanceof z).map(e=>e.toString().trim()).filter(e=>vl.test(e)).map(e=>({name:vl.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function bl(){return U(S,{children:[U(`h1`,{children:_l.title}),U(`p`,{class:`lead`,children:_l.lead}),U(`p`,{class:`search-form`,children:[U(`a`,{href:`graphiql`,children:_l.graphiql}),U(`a`,{href:`schema.graphql`,children:_l.schema})]}),U(hl,{}),U(`section`,{class:`panel`,"aria-label":_l.documents,children:[U(`header`,{class:`panel-head`,children:U(`h2`,{children:_l.documents})}),yl.map(({name:e,document:t})=>U(`details`,{class:`document`,children:[U(`summary`,{children:e}),U(`div`,{class:`query-box`,children:U(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}var xl={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function Sl(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&xl[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var Cl=8,wl=120;function Tl({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),i=D(null);E(()=>{n&&i.current?.focus()},[]);let[a,o]=T(``),[s,c]=T(``),[l,u]=T(0),[d,f]=T(!1);E(()=>{let e=setTimeout(()=>c(a.trim()),wl);return()=>clearTimeout(e)},[a]);let p=R(fr,s?{input:Sl(s,N.value),first:Cl}:null,e=>L(e.search)),m=s&&p.data?p.data.nodes.nodes:[];E(()=>u(0),[s]);let h=e=>{let n=m[e];n&&(t(n.id),o(``),c(``),f(!1))},g=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;u(e=>Math.max(0,Math.min(m.length-1,e+t))),f(!0)}else if(e.key===`Enter`&&s===a.trim())h(l);else return;e.preventDefault()},_=d&&s!==``;return U(`div`,{class:`search node-field`,children:[U(`input`,{ref:i,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":_,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":_&&m.length>0?`${r}-${l}`:void 0,placeholder:`${e}: ${B.field.hint.toLowerCase()}`,value:a,onInput:e=>{o(e.currentTarget.value),f(!0)},onBlur:()=>f(!1),onKeyDown:g}),U(`div`,{class:`suggestions`,hidden:!_,children:[U(`ul`,{role:`listbox`,id:r,"aria-label":B.field.suggestions,children:m.map((e,t)=>U(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===l,onMouseDown:e=>{e.preventDefault(),h(t)},children:U(G,{id:e.id,name:e.name,plain:!0})},e.id))}),p.state===`answered`&&m.length===0&&U(`p`,{class:`suggestions-foot`,children:B.field.noMatch})]})]})}var El=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],Dl=[1,2,3,4,5,6,8,10],Ol=B.reach;function kl({filters:e}){return U(`form`,{class:`filters`,"aria-label":Ol.filters,onSubmit:e=>e.preventDefault(),children:[U(Ml,{label:Ol.kinds,name:`kind`,value:e.kinds[0]??``,empty:Ol.anyKind,options:Object.entries(B.kinds)}),U(Ml,{label:Ol.minPermission,name:`minPermission`,value:e.minPermission??``,empty:Ol.anyPermission,options:Object.entries(B.permissions)}),U(Ml,{label:Ol.use,name:`use`,value:e.uses[0]??``,empty:Ol.anyUse,options:Object.entries(B.uses)}),U(jl,{filters:e})]})}function Al({filters:e,children:t}){return U(`form`,{class:`filters`,"aria-label":Ol.filters,onSubmit:e=>e.preventDefault(),children:[t,U(jl,{filters:e})]})}function jl({filters:e}){let t=El.map(e=>[e,yi(e)]),n=e.via&&!El.includes(e.via)?[[e.via,e.via]]:[];return U(S,{children:[U(Ml,{label:Ol.via,name:`via`,value:e.via??``,empty:Ol.anyVia,options:[...n,...t]}),U(Ml,{label:Ol.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:Ol.bases.EITHER??``,options:Object.entries(Ol.bases).filter(([e])=>e!==`EITHER`)}),U(Ml,{label:Ol.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:Ol.anyHops,options:Dl.map(e=>[String(e),Ol.upToHops(e)])})]})}function Ml({label:e,name:t,value:n,empty:r,options:i}){return U(`label`,{class:n===``?`choice`:`choice is-set`,children:[U(`span`,{children:e}),U(`select`,{value:n,onChange:e=>F({[t]:e.currentTarget.value}),children:[U(`option`,{value:``,children:r}),i.map(([e,t])=>U(`option`,{value:e,children:t},e))]})]})}var Nl=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],Pl=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Fl=[`GRANTED`,`OBSERVED`,`EITHER`],Il=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function Ll(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>Nl.includes(e)),minPermission:n(Pl,t(`minPermission`)),basis:n(Fl,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>Il.includes(e))}}function Rl(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function zl(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function Bl(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=B.paths,Vl=[1,3,5,10,20,50],Hl=10,Ul=`all`,Wl=Sc((e,t)=>B.picture.step(e,t));function Gl(){let[e,t]=[I(`from`),I(`to`)],n=Ll(M.value.params),r=Number(I(`k`)??Hl),i=Vl.includes(r)?r:Hl,a=Rl({...n,kinds:[],minPermission:null},N.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=R(lr,o,e=>L(e.accessPaths));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:X.title}),U(`p`,{class:`lead`,children:X.lead}),U(`div`,{class:`subject`,children:[U(Kl,{name:`from`,label:X.from,id:e}),U(`button`,{type:`button`,onClick:()=>F({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[U(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),U(Kl,{name:`to`,label:X.to,id:t})]}),o&&U(S,{children:[U(Al,{filters:n,children:U(Ml,{label:X.k,name:`k`,value:i===Hl?``:String(i),empty:String(Hl),options:Vl.filter(e=>e!==Hl).map(e=>[String(e),String(e)])})}),U(K,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Yl(e.nodes),summary:({total:e})=>X.found(V(e)),children:e=>U(ql,{data:e,subject:JSON.stringify(o)})})]})]})}function Kl({name:e,label:t,id:n}){return U(`span`,{class:`path-end`,children:[U(`span`,{class:`path-end-label`,children:t}),n&&U(G,{id:n}),U(Tl,{label:t,onChoose:t=>F({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function ql({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>ha(e.from,e.to,n),[e]),c=I(`path`)??`0`,l=c===Ul?Ul:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return U(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return U(S,{children:[U(`p`,{class:`path-count`,children:[U(`b`,{children:X.found(V(e.total))}),` `,U(`a`,{href:P(`changes`,{of:e.from}),children:X.changes})]}),U(`div`,{class:`path-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":B.reach.picture,children:U(rc,{graph:s,words:Wl,title:X.title,subject:t,direction:`out`,selected:r??I(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),F({row:t?void 0:e??void 0},!0)},focused:l===Ul?null:l,onFocus:e=>e===null&&F({path:Ul}),provenance:e,exportName:`paths`})}),U(`ol`,{class:`paths`,"aria-label":B.reach.list,children:n.map((e,t)=>U(Jl,{path:e,isShown:String(t)===l,onShow:()=>F({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&U(`div`,{class:`reach-evidence`,children:U(go,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function Jl({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=Bl(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return U(`li`,{class:t?`path is-shown`:`path`,children:[U(`p`,{class:`path-head`,children:[U(`b`,{children:X.hops(e.hops)}),` `,U(Si,{permission:e.permission}),e.permission&&!e.permissionKnown&&U(`sup`,{title:B.reach.permissionAssumed,children:`?`}),U(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${gc(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(H(o.at)):X.heldSinceUnknown})]}),U(`p`,{class:`path-sentence`,children:e.sentence}),U(`p`,{class:`path-tools`,children:[U(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),U(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function Yl(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,Bl(e.edges)?.at??null])}}var Z=B.reach;function Xl(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??eu,a=O(()=>zl(i,e.filters.uses),[i,e.filters.uses.join()]),o=tu(a),s=e.earlier?.rows??null,c=O(()=>s===null?null:Zl(zl(s,e.filters.uses),a),[s,a]),l=a.some(({sensitivity:e})=>e)?ou:su,[u,d]=T(null),f=r.data===void 0?[]:e.ends(r.data),p=JSON.stringify([n,f,e.filters]),m=O(()=>pa(f,a,n),[a,p]),h=I(`row`)??null,g=I(`focus`)??null,_=e=>{let t=e?.includes(`	`)??!1;d(t?e:null),F({row:t?void 0:e??void 0},!0)},v=iu(m,a,h,u);return U(S,{children:[U(K,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>cu(a),summary:({total:e})=>Z.summary(V(e)),candidateHref:t=>P(e.exportName,{[e.endParam]:t}),children:r=>U(S,{children:[U(lu,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&U(`p`,{class:`muted small`,children:Z.usedAmong(V(a.length),V(i.length))}),e.earlier?.answer.state===`failed`&&U(ji,{problem:e.earlier.answer.problem}),e.earlier?.answer.state===`loading`&&U(`p`,{class:`asking`,"aria-busy":`true`,children:B.loading}),c&&U(`p`,{class:`small compared`,children:[U(`b`,{class:`side-opened`,children:[`+`,B.compare.opened(V(c.opened.size))]}),` `,U(`b`,{class:`side-closed`,children:[`−`,B.compare.closed(V(c.closed.length))]}),(t.more!==null||e.earlier?.more)&&U(S,{children:[` `,B.compare.amongFirst]})]}),t.more!==null&&U(`p`,{class:`muted small`,children:[Z.some(V(i.length),V(r.total)),` `,U(`button`,{type:`button`,onClick:t.more,children:B.more})]}),t.rows===null?U(`p`,{class:`asking`,"aria-busy":`true`,children:B.loading}):U(`div`,{class:`reach-sides`,children:[U(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:U(rc,{graph:m,words:n===`out`?nu:ru(m),title:e.title,subject:p,direction:n,selected:u??h,onSelect:_,focused:g,onFocus:e=>F({focus:e??void 0}),provenance:r,exportName:e.exportName})}),U(`section`,{class:`reach-list`,"aria-label":Z.list,"aria-busy":o.length<a.length,children:[U(W,{caption:e.title,columns:c?[Ql(c.opened),...l]:l,rows:o,rowKey:({id:e})=>e,selected:h??``,onOpen:({id:e})=>_(e),total:a.length,empty:Z.nothingFits}),c&&c.closed.length>0&&U(S,{children:[U(`h3`,{class:`closed-title`,children:B.compare.closedTitle}),U(W,{caption:B.compare.closedTitle,columns:ou,rows:c.closed,rowKey:({id:e})=>e})]})]})]})]})}),v.length>0&&U(`div`,{class:`reach-evidence`,children:[U(go,{edges:v,onClose:()=>_(null)},u??h??``),h!==null&&f[0]!==void 0&&U(`p`,{class:`reach-next`,children:U(`a`,{href:e.pathsHref(f[0],h),children:Z.whatIfGone})})]})]})}function Zl(e,t){let n=new Set(e.map(({id:e})=>e)),r=new Set(t.map(({id:e})=>e));return{opened:new Set([...r].filter(e=>!n.has(e))),closed:e.filter(({id:e})=>!r.has(e))}}var Ql=e=>({key:`opened`,title:B.changes.change,cell:({id:t})=>e.has(t)&&U(`b`,{class:`side side-opened`,children:[U(`span`,{"aria-hidden":`true`,children:`+`}),` `,B.compare.openedMark]}),sort:({id:t})=>Number(!e.has(t))}),$l=50,eu=[];function tu(e){let[t,n]=T(eu);return E(()=>{if(e.length<=$l)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,$l),[t,e])}var nu=Sc(B.picture.hop);function ru(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return Sc((e,n)=>B.picture.hopTo(t-e,n))}function iu(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(au)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...au(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(au)).slice(0,50)}var au=e=>e,ou=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>U(G,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>U(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[U(Si,{permission:e}),e&&!t&&U(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>U(Ci,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>B.uses[e],sort:({exercised:e})=>B.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>jr(e),sort:({lastUsed:e})=>e,wide:!0}],su=ou.filter(({key:e})=>e!==`sensitivity`);function cu(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function lu({totals:e,facts:t,direction:n}){return U(`dl`,{class:`totals`,children:[U(fu,{title:n===`out`?Z.reached:Z.reachedBy,children:U(`b`,{class:`total-number`,children:V(e.total)})}),t,U(fu,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>U(`a`,{class:`count`,href:P(n===`out`?`blast-radius`:`exposure`,uu(e)),children:[V(t),` `,t===1?yi(e).toLowerCase():B.picture.pluralKinds[e]??yi(e)]},e))}),e.bySensitivity.length>0&&U(fu,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>U(`span`,{class:`count`,children:[V(t),` `,U(Ci,{sensitivity:e})]},e))}),e.byPermission.length>0&&U(fu,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>U(`span`,{class:`count`,children:[V(t),` `,U(Si,{permission:e})]},e))})]})}function uu(e){return{start:du(`start`),target:du(`target`),kind:e}}var du=e=>I(e);function fu({title:e,children:t}){return U(`div`,{class:`total`,children:[U(`dt`,{children:e}),U(`dd`,{children:t})]})}var pu=2e3;function mu(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:pu}),s=a.of===i?a.rows:pu,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return hu(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||pn(e)||l({of:i,answer:{state:`failed`,question:r,problem:vn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+pu}):null}}async function hu(e,t,n,r,i,a){let o=n(await hn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await hn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var gu=B.reach;function _u(){let e=an(`start`),t=Ll(M.value.params),n=n=>e.length>0?{input:{start:[...e],...Rl(t,n)},first:200}:null,r=mu(ur,n(N.value),e=>L(e.blastRadius)),i=$t.value!==void 0,a=mu(ur,i?n($t.value):null,e=>L(e.blastRadius));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:gu.blastRadius}),U(`p`,{class:`lead`,children:e.length>0?gu.blastRadiusLead:gu.chooseStart}),U(`div`,{class:`subject`,children:[e.map(t=>U(`span`,{class:`subject-node`,children:[U(G,{id:t}),U(`button`,{type:`button`,class:`quiet`,"aria-label":gu.remove(t),onClick:()=>F({start:e.filter(e=>e!==t)}),children:`×`})]},t)),U(Tl,{label:e.length>0?gu.addStart:gu.start,onChoose:t=>F({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&U(S,{children:[U(kl,{filters:t}),U(Xl,{title:gu.blastRadius,direction:`out`,ends:e=>e.start,reach:r,earlier:i?a:null,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>P(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>U(S,{children:[U(fu,{title:gu.score,children:kr(e)}),U(fu,{title:gu.share,children:Or(t)}),U(fu,{title:gu.spend,children:U(`span`,{title:n?xr(n):void 0,children:br(n)})})]})})]})]})}var vu=B.reach;function yu(){let e=I(`target`),t=Ll(M.value.params),n=n=>e?{input:{target:e,...Rl(t,n)},first:200}:null,r=mu(dr,n(N.value),e=>L(e.exposure)),i=$t.value!==void 0,a=mu(dr,i?n($t.value):null,e=>L(e.exposure));return U(`div`,{class:`reach-view`,children:[U(`h1`,{children:vu.exposure}),U(`p`,{class:`lead`,children:e?vu.exposureLead:vu.chooseTarget}),U(`div`,{class:`subject`,children:[e&&U(G,{id:e}),U(Tl,{label:vu.target,onChoose:e=>F({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&U(S,{children:[U(kl,{filters:t}),U(Xl,{title:vu.exposure,direction:`in`,ends:e=>[e.target],reach:r,earlier:i?a:null,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>P(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var bu=[{key:`name`,title:B.search.name,cell:({id:e,name:t})=>U(G,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:B.search.kind,cell:({kind:e})=>yi(e),sort:({kind:e})=>yi(e)},{key:`source`,title:B.search.source,cell:({id:e})=>hi(e),sort:({id:e})=>hi(e),wide:!0},{key:`id`,title:B.search.id,cell:({id:e})=>U(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:B.search.actions,cell:({id:e})=>U(`span`,{class:`actions`,children:[U(`a`,{href:P(`blast-radius`,{start:e}),children:B.search.blastRadius}),U(`a`,{href:P(`exposure`,{target:e}),children:B.search.exposure})]})}];function xu(){let e=I(`text`)??``,t=an(`kind`),n=e?{input:Sl(e,N.value,t),first:100}:null,[r,i]=yn(fr,n,e=>L(e.search),({nodes:e})=>e);return U(S,{children:[U(`h1`,{children:B.search.title}),U(`p`,{class:`lead`,children:B.search.lead}),U(`div`,{class:`search-form`,children:[U(`input`,{type:`text`,"aria-label":B.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>F({text:e.currentTarget.value},!0)}),U(`select`,{"aria-label":B.search.kind,value:t[0]??``,onChange:e=>F({kind:e.currentTarget.value}),children:[U(`option`,{value:``,children:B.search.allKinds}),Object.entries(B.kinds).map(([e,t])=>U(`option`,{value:e,children:t},e))]})]}),n?U(K,{title:B.search.matches(r.data?V(r.data.total):B.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>B.search.matches(V(e)),children:({total:e})=>U(W,{caption:B.search.title,columns:bu,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=wi(e);rn(t,{[n]:e})}})}):U(hl,{})]})}function Su({onDecide:e,children:t}){let[n,r]=T({isBusy:!1,problem:null}),i=async()=>{r({isBusy:!0,problem:null}),r({isBusy:!1,problem:await e()})};return U(S,{children:[U(`button`,{type:`button`,class:`decide`,disabled:n.isBusy,"aria-busy":n.isBusy,onClick:()=>void i(),children:t}),n.problem&&U(ji,{problem:n.problem})]})}var Q=B.sources;function Cu({reasons:e}){return U(S,{children:e.map(({code:e,detail:t})=>U(`p`,{class:`small`,children:[U(`code`,{children:e}),` `,t]},e+t))})}var wu=({state:e})=>U(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function Tu({scopes:e}){return U(`details`,{children:[U(`summary`,{children:Q.scopes(V(e.length))}),U(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>U(`li`,{children:[U(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var Eu=[{key:`source`,title:Q.source,cell:({source:e})=>U(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>U(wu,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>H(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>U(S,{children:[Mr(e.ageS),` `,Zi(e)&&U(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?U(`span`,{class:`muted`,children:Q.notPromised}):Mr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>U(Tu,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>U(Cu,{reasons:e}),wide:!0}],Du=e=>e.map(({key:e,value:t})=>`${e} ${V(t)}`).join(`, `)||B.unknown,Ou=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>H(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>U(wu,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>U(`span`,{class:`small`,children:Du(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>U(`span`,{class:`small`,children:Du(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>U(`span`,{class:`small`,children:Du(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>U(Cu,{reasons:e}),wide:!0}];function ku({sources:e,runs:t}){return e.filter(({state:e})=>e===`HELD`).map(({source:e})=>e).flatMap(e=>t.find(t=>t.source===e&&t.state===`HELD`)??[])}var Au=[{key:`source`,title:Q.source,cell:({source:e})=>U(`strong`,{children:e})},{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>H(e),wide:!0},{key:`held`,title:Q.wouldEnd,cell:({counts:e})=>Du(e.held)},{key:`accept`,title:Q.accept,cell:({source:e})=>Li()?U(Su,{onDecide:()=>Ki(e),children:Q.accept}):U(`code`,{children:Q.waitingCommand(e)})}];function ju(){let e=R(pr,{},({status:e})=>e),t=e.data?ku(e.data):[],n=I(`source`);return U(S,{children:[U(`h1`,{children:Q.title}),U(`p`,{class:`lead`,children:Q.lead}),t.length>0&&U(K,{title:Q.waiting,lead:Q.waitingLead,answer:e,children:()=>U(W,{caption:Q.waiting,columns:Au,rows:t,rowKey:({run:e,source:t})=>`${e} ${t}`})}),U(K,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>U(W,{caption:Q.title,columns:Eu,rows:e,rowKey:({source:e})=>e,selected:n})}),U(K,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>U(W,{caption:Q.runs,columns:Ou,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var Mu=B.unresolved;function Nu({kind:e,id:t,name:n,candidates:r}){switch(e){case`identity_conflict`:return r.flatMap(e=>[{kind:`link`,ids:[t,e]},{kind:`unlink`,ids:[t,e]}]);case`account_without_person`:case`shared_mailbox`:return r.map(e=>({kind:`link`,ids:[e,t]}));case`login`:return r.map(e=>({kind:`alias`,ids:[Pu(e,n),Pu(t,n)].reverse()}));default:return[]}}var Pu=(e,t)=>e.slice(e.indexOf(`:`)+1).slice(0,-t.length-1);function Fu(e){return e===`account_without_person`||e===`shared_mailbox`?[`link`,`owner`]:e===`credential_without_holder`?[`owner`]:[]}var Iu=(e,t,n)=>t===`link`?{kind:t,ids:[n,e.id]}:{kind:t,ids:[e.id,n]};function Lu({decision:e}){let{kind:t,ids:n}=e,r=t===`alias`?n[1]:t===`link`&&n[1].startsWith(`Account:`)?n[0]:n[1],i=ui(r);return U(Su,{onDecide:()=>Wi(e),children:Mu.decisions[t](t===`alias`?r:i)})}function Ru({row:e}){let[t,n]=T(null),[r,i]=T(null);return U(`div`,{class:`settle`,children:[Nu(e).map(e=>U(Lu,{decision:e},e.kind+e.ids.join())),t===null&&Fu(e.kind).map(e=>U(`button`,{type:`button`,class:`quiet`,onClick:()=>n(e),children:Mu.naming[e]},e)),t!==null&&U(S,{children:[U(Tl,{label:Mu.person,onChoose:i,autoFocus:!0}),r!==null&&U(S,{children:[U(G,{id:r}),U(Su,{onDecide:()=>Wi(Iu(e,t,r)),children:Mu.naming[t]})]}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>(n(null),i(null)),children:Mu.cancel})]})]})}function zu(){let{value:e}=Ri;return e===null?null:U(`div`,{class:`decided`,role:`status`,children:[U(`p`,{children:[U(`strong`,{children:Mu.decided}),` `,U(`code`,{children:e.kind}),` `,e.ids.map(e=>U(G,{id:e},e))]}),e.note&&U(`p`,{class:`small`,children:e.note}),U(Su,{onDecide:()=>Gi(e.decision),children:Mu.undo})]})}var Bu=B.unresolved;function Vu({command:e}){let[t,n]=T(!1);if(!e)return U(`span`,{class:`muted`,children:B.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return U(`span`,{class:`command`,children:[U(`code`,{children:e}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?Bu.copied:Bu.copy})]})}var Hu=[{key:`kind`,title:Bu.kind,cell:({kind:e})=>Bu.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:Bu.subject,cell:({id:e,name:t})=>e.includes(`/`)?U(G,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:Bu.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:Bu.candidates,wide:!0,cell:({candidates:e})=>U(S,{children:e.map(e=>U(`p`,{children:U(G,{id:e})},e))})}],Uu={key:`command`,title:Bu.command,cell:({command:e})=>U(Vu,{command:e}),wide:!0},Wu={key:`settle`,title:Bu.settle,cell:e=>U(Ru,{row:e})},Gu=()=>Li()?[...Hu,Wu]:[...Hu,{...Uu,wide:!1}];function Ku(){return U(S,{children:[U(`h1`,{children:Bu.title}),U(`p`,{class:`lead`,children:Li()?Bu.leadDecide:Bu.lead}),U(zu,{}),U(qu,{})]})}function qu(){let[e,t]=yn(gr,{input:{asOf:N.value??null},first:100},e=>L(e.unresolved),({rows:e})=>e);return U(K,{title:e.data?`${Bu.title}: ${V(e.data.total)}`:Bu.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>V(e),children:({total:e})=>U(W,{caption:Bu.title,columns:Gu(),rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:Bu.none})})}var Ju=B.whatIf,Yu=Object.keys(B.picture.edges).filter(e=>![`USED`,`SAME_AS`,`LOSES`].includes(e));function Xu({onPut:e}){let[t,n]=T(`remove`),[r,i]=T(!1),[a,o]=T({}),[s,c]=T(`CAN_ACCESS`),[l,u]=T(``),d=t===`add`||t===`remove`&&r,f=n=>e(t,n),p=()=>{let{source:n,target:r}=a;if(!n||!r)return;let i={source:n,kind:s,target:r};e(t,t===`add`?Ca(i,l):Sa(i)),o({})};return U(`form`,{class:`edit-form`,"aria-label":Ju.edit,onSubmit:e=>e.preventDefault(),children:[U(Qu,{label:Ju.edit,value:t,onChange:e=>n(e),options:va.map(e=>[e,Ju.editKinds[e]??e])}),t===`remove`&&U(Qu,{label:Ju.what,value:r?`edge`:`node`,onChange:e=>i(e===`edge`),options:[[`node`,Ju.node],[`edge`,Ju.edge]]}),d?U(S,{children:[U(Zu,{label:Ju.from,id:a.source,onChoose:e=>o({...a,source:e})}),U(Qu,{label:Ju.kind,value:s,onChange:c,options:Yu.map(e=>[e,gc(e)])}),U(Zu,{label:Ju.to,id:a.target,onChoose:e=>o({...a,target:e})}),t===`add`&&U(Qu,{label:Ju.permission,value:l,onChange:u,options:[[``,Ju.noPermission],...Object.entries(B.permissions)]}),U(`button`,{type:`button`,class:`primary`,disabled:!a.source||!a.target,onClick:p,children:Ju.put})]}):U(Tl,{label:Ju.editKinds[t]??t,onChoose:f}),U(`p`,{class:`muted small edit-help`,children:Ju.editHelp[t]})]})}function Zu({label:e,id:t,onChoose:n}){return U(`span`,{class:`edit-end`,children:[t&&U(G,{id:t}),U(Tl,{label:e,onChoose:n})]})}function Qu({label:e,value:t,onChange:n,options:r}){return U(`label`,{class:`choice`,children:[U(`span`,{children:e}),U(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:r.map(([e,t])=>U(`option`,{value:e,children:t},e))})]})}var $=B.whatIf;function $u(){let e=ya(M.value.params),t=ba(e),n=R(_r,t?{input:xa(e,N.value),first:200}:null,e=>L(e.whatIf)),r=va.reduce((t,n)=>t+e[n].length,0)>1,i=(t,n)=>F({[t]:e[t].filter(e=>e!==n)});return U(`div`,{class:`what-if-view`,children:[U(`h1`,{children:$.title}),U(`p`,{class:`lead`,children:$.lead}),U(`section`,{class:`panel edits`,"aria-label":$.edits,children:[t?U(S,{children:[U(`ul`,{class:`edit-list`,children:va.flatMap(t=>e[t].map(e=>U(id,{kind:t,edit:e,onLeave:()=>i(t,e)},`${t} ${e}`)))}),r&&U(`button`,{type:`button`,class:`quiet`,onClick:()=>F({remove:[],offboard:[],block:[],add:[]}),children:$.clear})]}):U(`p`,{class:`muted`,children:$.nothing}),U(Xu,{onPut:(t,n)=>F({[t]:[...e[t].filter(e=>e!==n),n]})})]}),!t&&U(td,{}),t&&U(K,{title:$.result,answer:n,exportName:`what-if`,exportTable:hd,summary:({totalLost:e,totalGained:t})=>$.summary(V(e),V(t)),children:e=>U(ad,{data:e})})]})}var ed=8;function td(){let e=R(ir,{input:{asOf:N.value??null},first:ed},e=>L(e.orphanedPaths));return U(K,{title:$.begin,lead:$.beginLead,answer:e,children:({roots:e})=>U(W,{caption:$.begin,rows:e.nodes,rowKey:({id:e})=>e,total:e.totalCount,empty:B.orphaned.noRoots,columns:[{key:`root`,title:B.orphaned.root,cell:({id:e,name:t})=>U(G,{id:e,name:t,href:P(`what-if`,rd(e))})},{key:`why`,title:B.orphaned.why,wide:!0,cell:({reasons:e})=>e.map(({code:e})=>B.reasons[e]??e).join(`; `)},{key:`routes`,title:B.orphaned.routes,align:`end`,cell:({routes:e})=>V(e),sort:({routes:e})=>e},{key:`try`,title:$.try,cell:({id:e,name:t})=>U(`a`,{class:`nowrap`,href:P(`what-if`,rd(e)),"aria-label":`${$.editKinds[nd(e)]}: ${t}`,children:$.editKinds[nd(e)]})}]})})}var nd=e=>mi(e)===`Identity`?`offboard`:`remove`,rd=e=>({[nd(e)]:[e]});function id({kind:e,edit:t,onLeave:n}){let{source:r,kind:i,target:a,permission:o}=Ta(t,e);return U(`li`,{class:`edit`,children:[U(`span`,{class:`tag edit-kind edit-${e}`,children:$.editKinds[e]}),U(G,{id:r}),i&&U(`span`,{class:`muted`,children:gc(i)}),a&&U(G,{id:a}),o&&U(`span`,{children:B.permissions[o]}),U(`button`,{type:`button`,class:`quiet`,"aria-label":$.leaveOut(t),onClick:n,children:`×`})]})}function ad({data:e}){let t=[...e.orphanedPaths.closed.map(e=>({...e,isOpened:!1})),...e.orphanedPaths.opened.map(e=>({...e,isOpened:!0}))],{used:n,indirect:r,unused:i,unknown:a}=e.lostByUse;return U(S,{children:[U(`div`,{class:`what-if-top`,children:[U(`div`,{children:[U(Tc,{before:e.before,after:e.after}),e.spendStopsPerMonth&&U(`p`,{class:`muted small`,title:xr(e.spendStopsPerMonth),children:$.spendStops(br(e.spendStopsPerMonth))})]}),U(od,{title:$.order,lead:$.orderLead,children:U(W,{caption:$.order,columns:ld,rows:e.order,rowKey:cd})})]}),U(od,{title:`${$.lost}: ${V(e.totalLost)}`,lead:e.totalLost>0?$.lostSummary(V(n),V(r),V(i),V(a)):void 0,children:U(W,{caption:$.lost,columns:dd,rows:e.lost.nodes,rowKey:sd,total:e.totalLost,empty:$.noLost})}),e.totalGained>0&&U(od,{title:`${$.gained}: ${V(e.totalGained)}`,children:U(W,{caption:$.gained,columns:fd,rows:e.gained.nodes,rowKey:sd,total:e.totalGained})}),U(`div`,{class:`what-if-sides`,children:[U(od,{title:`${$.principals}: ${V(e.principals.totalCount)}`,children:U(W,{caption:$.principals,columns:pd,rows:e.principals.nodes,rowKey:({id:e})=>e,total:e.principals.totalCount,empty:$.noPrincipals})}),U(od,{title:`${$.closed}: ${V(e.orphanedPaths.closed.length)} · ${$.opened}: ${V(e.orphanedPaths.opened.length)}`,children:U(W,{caption:$.closed,columns:md,rows:t,rowKey:({root:e,target:t,isOpened:n})=>`${e} ${t} ${n}`,empty:$.noPaths})})]})]})}function od({title:e,lead:t,children:n}){return U(`section`,{class:`part`,"aria-label":e,children:[U(`h3`,{children:e}),t&&U(`p`,{class:`panel-lead`,children:t}),n]})}var sd=({id:e,target:t})=>`${e} ${t}`,cd=({source:e,target:t,action:n})=>`${e} ${t} ${n}`,ld=[{key:`action`,title:B.orphaned.step,cell:({action:e})=>e},{key:`system`,title:B.orphaned.system,cell:({system:e})=>U(`span`,{class:`nowrap`,children:e}),wide:!0},{key:`used`,title:$.usedBy,cell:({usedBy:e})=>V(e),align:`end`},{key:`command`,title:B.orphaned.command,wide:!0,cell:({command:e})=>e?U(ho,{command:e}):U(`span`,{class:`muted`,children:B.orphaned.noCommand})}],ud=[`YES`,`INDIRECT`,`UNKNOWN`,`NO`],dd=[{key:`who`,title:$.who,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,cell:({permission:e})=>e?U(Si,{permission:e}):B.unknown,wide:!0},{key:`left`,title:$.left,cell:({left:e})=>e?U(Si,{permission:e}):U(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`use`,title:$.use,cell:({used:e})=>U(`span`,{class:e===`YES`?`tag tag-warn`:`muted nowrap`,children:B.uses[e]}),sort:({used:e})=>ud.indexOf(e)}],fd=[{key:`who`,title:$.who,cell:({id:e})=>U(G,{id:e}),sort:({id:e})=>e},{key:`target`,title:$.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`had`,title:$.had,cell:({had:e})=>e?U(Si,{permission:e}):U(`span`,{class:`muted`,children:$.nothingLeft}),wide:!0},{key:`permission`,title:$.permission,cell:({permission:e})=>e?U(Si,{permission:e}):B.unknown}],pd=[{key:`who`,title:$.who,cell:({id:e,name:t})=>U(G,{id:e,name:t})},{key:`data`,title:B.home.dataSources,align:`end`,cell:e=>`${V(e.dataSourcesBefore)} → ${V(e.dataSourcesAfter)}`,sort:e=>e.dataSourcesAfter-e.dataSourcesBefore},{key:`score`,title:$.score,align:`end`,cell:e=>`${kr(e.scoreBefore)} → ${kr(e.scoreAfter)}`,sort:e=>e.scoreAfter-e.scoreBefore}],md=[{key:`change`,title:$.change,cell:({isOpened:e})=>U(`span`,{class:`side side-${e?`closed`:`opened`}`,children:e?B.changes.opened:B.changes.closed}),sort:({isOpened:e})=>Number(e)},{key:`root`,title:B.orphaned.root,cell:({root:e})=>U(G,{id:e,href:P(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:B.orphaned.target,cell:({target:e})=>U(G,{id:e}),sort:({target:e})=>e},{key:`permission`,title:$.permission,wide:!0,cell:({permission:e})=>e?U(Si,{permission:e}):B.unknown}];function hd({lost:e,gained:t}){return{columns:[`change`,`id`,`target`,`permission_before`,`permission_after`,`used`],rows:[...e.nodes.map(e=>[`lost`,e.id,e.target,e.permission??null,e.left??null,e.used]),...t.nodes.map(e=>[`gained`,e.id,e.target,e.had??null,e.permission??null,e.used])]}}var gd=[`ask`],_d=mo(()=>ec(()=>import(`./Cost.js`).then(e=>e.Cost),[],import.meta.url)),vd=[{name:`home`,component:Va,key:`h`,rights:gd,isListed:!0},{name:`orphaned`,component:qc,key:`o`,rights:gd,isListed:!0},{name:`what-if`,component:$u,key:`w`,rights:gd,isListed:!0},{name:`blast-radius`,component:_u,key:`b`,rights:gd,isListed:!0},{name:`exposure`,component:yu,key:`e`,rights:gd,isListed:!0},{name:`paths`,component:Gl,key:`p`,rights:gd,isListed:!0},{name:`search`,component:xu,key:`/`,rights:gd,isListed:!1},{name:`cost`,component:_d,key:`c`,rights:gd,isListed:!0},{name:`changes`,component:fo,key:`d`,rights:gd,isListed:!0},{name:`unresolved`,component:Ku,key:`l`,rights:gd,isListed:!0},{name:`sources`,component:ju,key:`s`,rights:gd,isListed:!0},{name:`query`,component:bl,key:`q`,rights:gd,isListed:!0}],yd=`remit.theme`,bd=[`auto`,`light`,`dark`],xd=localStorage.getItem(yd),Sd=j(bd.find(e=>e===xd)??`auto`);function Cd(){document.documentElement.dataset.theme=Sd.value}function wd(){Sd.value=bd[(bd.indexOf(Sd.value)+1)%bd.length],localStorage.setItem(yd,Sd.value),Cd()}var Td=1500,Ed=`search-box`,Dd=j(!1),Od=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function kd(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}function Ad(e){let t=[...document.querySelectorAll(`main tbody tr[tabindex='0']`)],n=document.activeElement?.closest(`table`)??null,r=t.findIndex(e=>e.closest(`table`)===n);t[r<0?e===1?0:t.length-1:r+e]?.focus()}var jd=-1/0;function Md(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){Dd.value=!1,Od(e.target)&&e.target.blur();return}if(Od(e.target))return;let t=performance.now()-jd<Td;if(jd=-1/0,t){let t=vd.find(({key:t,rights:n})=>t===e.key&&Vt(...n));t&&(e.preventDefault(),rn(t.name));return}let n={"/":()=>document.getElementById(Ed)?.focus(),g:()=>{jd=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:wd,"<":()=>qr(-1),">":()=>qr(1),c:Zr,"?":()=>{Dd.value=!Dd.value},"]":()=>Ad(1),"[":()=>Ad(-1),j:kd,k:kd}[e.key];n&&(e.preventDefault(),n())}var Nd=()=>document.addEventListener(`keydown`,Md),Pd=8,Fd=120;function Id(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),Fd);return()=>clearTimeout(t)},[e]);let l=R(fr,n?{input:Sl(n,N.value),first:Pd}:null,e=>L(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Pi(B.search.matches(V(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=wi(n.id);rn(e,{[t]:n.id})}else rn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${Ed}-list`;return U(`search`,{class:`search`,children:[U(`input`,{ref:c,id:Ed,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":B.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:B.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),U(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),U(`div`,{class:`suggestions`,hidden:!f,children:[U(`ul`,{role:`listbox`,id:g,"aria-label":B.shell.suggestions,children:u.map((e,t)=>U(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:U(G,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&U(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&U(`p`,{class:`suggestions-foot`,children:B.shell.noMatch}),d>u.length&&u.length>0&&U(`p`,{class:`suggestions-foot`,children:U(`a`,{href:P(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:B.shell.allMatches(V(d))})})]})]})}var Ld={auto:`◐`,light:`○`,dark:`●`};function Rd(){return U(`header`,{class:`top`,children:[U(`a`,{class:`product`,href:P(`home`),children:[U(zd,{}),B.product]}),U(Id,{}),U(`div`,{class:`top-tools`,children:[U(`button`,{type:`button`,class:`quiet icon`,onClick:wd,title:B.shell.theme[Sd.value],"aria-label":B.shell.theme[Sd.value],children:U(`span`,{"aria-hidden":`true`,children:Ld[Sd.value]})}),U(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":Dd.value,title:B.shell.help,"aria-label":B.shell.help,onClick:()=>Dd.value=!Dd.value,children:U(`span`,{"aria-hidden":`true`,children:`?`})}),Bt.value?.session&&U(`span`,{class:`session`,id:`session`,children:[U(`span`,{id:`who`,children:B.shell.signedInAs(Bt.value.name)}),U(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Ut(),children:B.shell.signOut})]})]})]})}function zd(){return U(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[U(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),U(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),U(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Bd(){return U(`nav`,{class:`views`,"aria-label":B.shell.navigation,children:U(`ul`,{children:vd.filter(({isListed:e,rights:t})=>e&&Vt(...t)).map(({name:e,key:t})=>U(`li`,{children:U(`a`,{href:P(e),"aria-current":M.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:yr(e)})},e))})})}var Vd=[[`/`,B.keys.search],[`j`,B.keys.next],[`k`,B.keys.previous],[`]`,B.keys.nextList],[`[`,B.keys.previousList],[`Enter`,B.keys.open],[`w`,B.keys.whatGoes],[`u`,B.keys.undo],[`U`,B.keys.redo],[`<`,B.keys.earlier],[`>`,B.keys.later],[`c`,B.keys.compare],[`t`,B.keys.theme],[`Esc`,B.keys.leave],[`?`,B.keys.help]];function Hd(){let e=D(null),t=Dd.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),U(`dialog`,{ref:e,class:`help`,"aria-label":B.keys.title,onClose:()=>Dd.value=!1,children:[U(`header`,{class:`panel-head`,children:[U(`h2`,{children:B.keys.title}),U(`button`,{type:`button`,class:`quiet`,onClick:()=>Dd.value=!1,children:B.shell.closeHelp})]}),U(`dl`,{class:`keys`,children:[Vd.map(([e,t])=>U(`div`,{children:[U(`dt`,{children:U(`kbd`,{children:e})}),U(`dd`,{children:t})]},e)),vd.filter(({key:e,isListed:t,rights:n})=>e&&t&&Vt(...n)).map(({name:e,key:t})=>U(`div`,{children:[U(`dt`,{children:[U(`kbd`,{children:`g`}),` `,U(`span`,{class:`visually-hidden`,children:B.keys.then}),` `,U(`kbd`,{children:t})]}),U(`dd`,{children:yr(e)})]},e))]})]})}var Ud=12;function Wd(){let{value:e}=Ji;return U(`div`,{class:`strip`,id:`state`,children:[U(Gd,{}),e?.builtAt&&U(`a`,{class:Qi.value.length?`strip-late`:``,href:P(`sources`),children:Qi.value.length?U(S,{children:[U(`span`,{"aria-hidden":`true`,children:`▲ `}),B.shell.lateSources(Qi.value.length)]}):B.shell.sourcesOnTime(e.sources.length)}),U(Qr,{})]})}function Gd(){let{value:e}=Ji;if(Yi.value)return U(`span`,{class:`strip-late`,children:Yi.value.code===`OFFLINE`?B.shell.offline:Yi.value.message||B.shell.statusFailed});if(!e)return U(`span`,{children:B.loading});if(!e.builtAt)return U(`span`,{class:`strip-late`,children:B.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return U(S,{children:[U(`span`,{children:B.shell.generation(e.generation)}),U(`span`,{title:H(e.builtAt),children:B.shell.built(Mr(t))}),e.digest&&U(`span`,{title:e.digest,children:[B.shell.digest(``),U(`code`,{children:e.digest.slice(0,Ud)})]})]})}function Kd(){let{view:e}=M.value,t=D(null),n=D(!0);return E(()=>{document.title=`${yr(e)} · ${B.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>ll(M.value),[M.value]),U(S,{children:[U(`a`,{class:`skip`,href:Qt(M.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:B.shell.skip}),U(Rd,{}),U(Bd,{}),U(Wd,{}),Vt(`ask`)&&U($r,{}),U(`main`,{ref:t,tabIndex:-1,children:Bt.value&&U(qd,{name:e},`${e} ${Xi.value}`)}),U(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Ni.value}),U(Hd,{})]})}function qd({name:e}){let t=vd.find(t=>t.name===e);if(!t)return U(`section`,{class:`panel`,children:[U(`h1`,{children:B.notThere.title}),U(`p`,{children:B.notThere.lead}),U(`p`,{children:U(`a`,{href:P(`home`),children:B.notThere.home})})]});if(!Vt(...t.rights))return U(`p`,{class:`panel`,children:B.notAllowed});let n=t.component;return U(n,{})}Cd(),on();var Jd=Gt();Jd&&!location.hash&&(location.hash=Jd),Nd(),Ht(),ea(),Ae(U(Kd,{}),document.getElementById(`explorer`));export{Hn as A,D as B,Tr as C,Wn as D,qn as E,N as F,l as G,O as H,F as I,P as L,L as M,R as N,Kn as O,yn as P,M as R,Cr as S,Un as T,S as U,T as V,o as W,V as _,Pi as a,br as b,W as c,U as d,Ar as f,Nr as g,Fr as h,Fi as i,Vn as j,Gn as k,ti as l,H as m,Ss as n,G as o,Pr as p,K as r,di as s,fc as t,ni as u,wr as v,B as w,Er as x,xr as y,E as z};