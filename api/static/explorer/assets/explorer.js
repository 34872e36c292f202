var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u,d,f,p,m,h,g,_,v,y,b,x=Symbol.for(`pv`),ee={},te=[],ne=/^m(i|n|o|s|text|space)$/,re=Array.isArray,ie=te.slice,ae=Object.assign;function oe(e){e&&e.parentNode&&e.remove()}function se(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?ie.call(arguments,2):n),ce(e,o,r,i,null)}function ce(e,t,n,r,i){var a={type:e,props:t,key:n,ref:r,__k:null,__:null,__b:0,__e:null,__c:null,constructor:x,__v:i||++d,__i:-1,__u:0};return!i&&u.vnode&&u.vnode(a),a}function S(e){return e.children}function le(e,t){this.props=e,this.context=t,this.__g=0}function ue(e,t){if(t==null)return e.__&&ue(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:ue(e)}function de(e){var t,n=e.__v,r=n.__e,i=[],a=[],o=e.__P;o&&((t=ae({constructor:x},n)).__v=n.__v+1,u.vnode&&u.vnode(t),Se(o,t,n,e.__n,o.namespaceURI,32&n.__u?[r]:null,i,r||ue(n),32&n.__u,a),t.__v=n.__v,t.__.__k[t.__i]=t,Te(i,t,a),n.__=n.__e=null,t.__e!=r&&fe(t))}function fe(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),fe(e)}function pe(e){(8&e.__g||(e.__g|=8,p.push(e),h++))&&m==u.debounceRendering||((m=u.debounceRendering)||queueMicrotask)(me)}function me(){try{for(var e,t=1;p.length;)p.length>t&&p.sort(g),e=p.shift(),t=p.length,8&e.__g&&de(e)}finally{(h=p.length)&&(m||queueMicrotask)(me)}}function he(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,_=r.__k||te,v=t.length;for(c=ge(n,t,_,c,v),d=0;d<v;d++)(p=n.__k[d])!=null&&(f=~p.__i&&_[p.__i]||ee,p.__i=d,g=Se(e,p,f,i,a,o,s,c,l,u),m=p.__e,(f.ref!=p.ref||8&f.__u)&&(f.ref&&De(f.ref,null,p,f),p.ref&&u.push(p.ref,p.__c||m,p)),h||=m,4&p.__u?(c=_e(p,c,e,!f.__v),f.__e&&(f.__e=null)):typeof p.type==`function`&&g!==void 0?c=g:m&&(c=m.nextSibling),p.__u&=-21);return n.__e=h,c}function ge(e,t,n,r,i){var a,o,s,c,l,u,d,f,p,m=n.length,h=m,g=0,_=0,v=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=v[a]=ce(null,o):re(o)?o=v[a]=ce(S,{children:o}):o.constructor===x&&o.__b?o=v[a]=ce(o.type,o.props,o.key,o.ref,o.__v):v[a]=o,c=a+g,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=ve(o,n,c,h))&&(h--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?g--:l==c+1?g++:l!=c&&(l>c?g--:g++,_=1)):(~l||(i>m?g--:i<m&&g++),typeof o.type!=`function`&&(o.__u|=4))):v[a]=null;if(_){for(u=[],d=[],a=0;a<i;a++)if((o=v[a])&&16&o.__u){for(g=0,f=u.length;g<f;)u[p=g+f>>1]<o.__i?g=p+1:f=p;u[g]=o.__i,d[a]=g+1}for(g=u.length;a--;)d[a]&&(d[a]==g?g--:v[a].__u|=4)}if(h)for(a=0;a<m;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=ue(s)),Oe(s,s));return r}function _e(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=_e(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=ue(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function ve(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ye(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function be(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ye(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ye(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=b[t]||(b[t]=xe(t)),(e.__a||={})[t]=y,a=t!=(t=t.replace(v,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function xe(e){return function(t){var n=this.__e;if(n){if(n=n[e],t[_]==null)t[_]=y++;else if(t[_]<this.__a[e])return;return n(u.event?u.event(t):t)}}}function Se(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y,b,ee,ne,ie,se,ce,de,fe,pe,me=t.type;if(t.constructor!==x)return null;128&n.__u&&(c=32&n.__u,d=n.__c.__z)&&(t.__u|=c,f=a=[],d.nodeType==8?s=Ce(d,a):a.push(d),s=a[0]||s),(d=u.__b)&&d(t);n:if(typeof me==`function`){p=o.length;try{if(v=t.props,y=(d=me.prototype)&&d.render,b=(d=me.contextType)&&r[d.__c],ee=d?b?b.props.value:d.__:r,(m=n.__c)?(t.__c=m,2&m.__g&&(m.__g|=1)):(y?t.__c=m=new me(v,ee):(t.__c=m=new le(v,ee),m.constructor=me,m.render=ke),b&&b.sub(m),m.state||(m.state={}),m.__n=r,m.__g|=8,m.__h=[],m.__k=[]),y&&(m.__s||(m.__s=m.state),me.getDerivedStateFromProps&&(m.__s==m.state&&(m.__s=ae({},m.__s)),ae(m.__s,me.getDerivedStateFromProps(v,m.__s)))),h=m.props,g=m.state,m.__v=t,n.__c){if(v!==h&&y&&!me.getDerivedStateFromProps&&m.componentWillReceiveProps&&m.componentWillReceiveProps(v,ee),t.__v==n.__v&&!(8&m.__g)||!(4&m.__g)&&m.shouldComponentUpdate&&!1===m.shouldComponentUpdate(v,m.__s,ee)){t.__v!=n.__v&&(m.props=v,m.state=m.__s,m.__g&=-9),t.__e=n.__e,t.__k=n.__k,t.__k.some(function(e){e&&(e.__=t)}),te.push.apply(m.__h,m.__k),m.__k=[],m.__h.length&&o.push(m),s=ue(n);break n}m.componentWillUpdate&&m.componentWillUpdate(v,m.__s,ee),y&&m.componentDidUpdate&&m.__h.push(function(){m.componentDidUpdate(h,g,_)})}else y&&!me.getDerivedStateFromProps&&m.componentWillMount&&m.componentWillMount(),y&&m.componentDidMount&&m.__h.push(m.componentDidMount);m.context=ee,m.props=v,m.__P=e,m.__g&=-5,ne=u.__r,ie=y?25:0;do m.__g&=-9,ne&&ne(t),d=m.render(m.props,m.state=m.__s,m.context);while(8&m.__g&&++ie<25);y&&(te.push.apply(m.__h,m.__k),m.__k=[]),m.state=m.__s,m.getChildContext&&(r=ae({},r,m.getChildContext())),y&&n.__c&&m.getSnapshotBeforeUpdate&&(_=m.getSnapshotBeforeUpdate(h,g)),se=d&&d.type===S&&d.key==null?d.props.children:d,v.__P&&(d=s,i=(e=v.__P).namespaceURI,c=a=null,n.props&&n.props.__P!=e&&(n.__k.some(function(e){e&&Oe(e,e)}),n.__k=null),s=n.__k?ue(n,0):null),s=he(e,re(se)?se:[se],t,n,r,i,a,o,s,c,l),v.__P&&(t.__e=null,s=d),t.__u&=-161,f&&f.some(oe),m.__h.length&&o.push(m),1&m.__g&&(m.__g&=-4)}catch(e){if(o.length=p,t.__v=null,c||a){if(e&&e.then){if(t.__u|=128|c,a){for(~(fe=a.indexOf(s||void 0))||(fe=a.length);(pe=a[fe-1])&&pe.nodeType==8;)fe--;for(;fe<a.length;fe++)if(pe=a[fe]){if(a[fe]=null,ce){if(pe==de)break}else{if(pe.nodeType!=8)break;pe.data.startsWith(`$s`)&&(de=Ce(ce=pe))}}}if(!ce){for(;s&&s.nodeType==8&&s.nextSibling;)s=s.nextSibling;ce=s}(d=Ce(ce=t.__c.__z||(t.__c.__z=ce)))?(t.__e=ce,s=d):t.__e=s,s&&=s.nextSibling}else a&&a.some(oe)}else t.__e=n.__e;t.__k||=n.__k||[],e&&e.then||we(t),u.__e(e,t,n)}}else s=t.__e=Ee(n.__e,t,n,r,i,a,o,c,l,e);return(d=u.diffed)&&d(t),s}function Ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function we(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(we))}function Te(e,t,n){for(var r=0;r<n.length;)De(n[r++],n[r++],n[r++]);u.__c&&u.__c(t,e),e.some(function(t){try{e=t.__h,t.__h=[],e.some(function(e){e.call(t)})}catch(e){u.__e(e,t.__v)}})}function Ee(e,t,n,r,i,a,o,s,c,l){var d,f,p,m,h,g,_,v,y=n.props||ee,b=t.props,x=t.type;if(x==`svg`?i=`http://www.w3.org/2000/svg`:x==`math`?i=`http://www.w3.org/1998/Math/MathML`:i||=`http://www.w3.org/1999/xhtml`,a){for(d=0;d<a.length;d++)if((h=a[d])&&(x?h.localName==x:h.nodeType==3)){e=h,a[d]=null;break}}if(!e){if(v=l.ownerDocument||document,!x)return v.createTextNode(b);e=v.createElementNS(i,x,b.is?b:l),s&&=(u.__m&&u.__m(t,a),!1),a=null}if(x){if(l=x==`template`&&e.content||e,a=x==`textarea`&&b.defaultValue!=null?null:a&&ie.call(l.childNodes),!s&&a)for(y={},d=0;d<e.attributes.length;d++)y[(h=e.attributes[d]).name]=h.value;for(d in y)h=y[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in b||d==`value`&&`defaultValue`in b||d==`checked`&&`defaultChecked`in b||be(e,d,null,h,i);for(d in b)h=b[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?g=h:d==`checked`?_=h:s&&typeof h!=`function`||y[d]===h||be(e,d,h,y[d],i);f?(s||p&&(f.__html==p.__html||f.__html==e.innerHTML)||(e.innerHTML=f.__html),t.__k=[]):(p&&(e.textContent=``),(x==`foreignObject`||i==`http://www.w3.org/1998/Math/MathML`&&ne.test(x))&&(i=`http://www.w3.org/1999/xhtml`),he(l,re(m)?m:[m],t,n,r,i,a,o,a?a[0]:n.__k&&ue(n,0),s,c),a&&a.some(oe)),s&&x!=`textarea`||(d=`value`,x==`progress`&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(x!=`progress`||g)||be(e,d,g,y[d],i),d=`checked`,_!=null&&_!=e[d]&&be(e,d,_,y[d],i))}else y===b||s&&e.data==b||(e.data=b);return e}function De(e,t,n,r){try{typeof e==`function`?t?t.__x=e(t)||1:(r&&=r.__c||r.__e)&&(t=r.__x)&&(r.__x=null,typeof t==`function`?t():e(null)):e.current=t}catch(e){u.__e(e,n)}}function Oe(e,t,n){var r,i,a,o;if(u.unmount&&u.unmount(e),!(r=e.ref)||r.current&&r.current!=e.__e||De(r,null,t,e),r=e.__c){if(r.componentWillUnmount)try{r.componentWillUnmount()}catch(e){u.__e(e,t)}r.__P=r.__n=null}if(r=e.__k)for(o=0;o<r.length;o++)r[o]&&Oe(r[o],t,typeof e.type!=`function`||n&&!e.props.__P);!n&&(r=e.__c)&&(r=r.__z)&&(i=Ce(r,a=[]))&&(r==e.__e&&a.some(oe),oe(i),oe(r)),n||oe(e.__e),e.__e=e.__c=e.__=null}function ke(e,t,n){return this.constructor(e,n)}function Ae(e,t){var n,r,i,a;u.__&&u.__(e,t),t.nodeType==9&&(t=t.documentElement),r=(n=e&&32&e.__u)?null:t.__k,t.__k=ce(S,{children:[e]}),i=[],a=[],Se(t,t.__k,r||ee,ee,t.namespaceURI,r?null:t.firstChild?ie.call(t.childNodes):null,i,r?r.__e:t.firstChild,n,a),Te(i,t.__k,a),t.__k.props.children=null}u={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((o=(a=i.constructor)&&a.getDerivedStateFromError)&&i.setState(a.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),o=1),o&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw h=0,e}},d=0,f=function(e){return e!=null&&e.constructor===x},le.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=ae({},this.state)),typeof e==`function`&&(e=e(ae({},n),this.props)),e&&(ae(n,e),this.__v&&(t&&this.__k.push(t),pe(this)))},le.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),pe(this))},le.prototype.render=S,p=[],h=0,g=function(e,t){return e.__v.__b-t.__v.__b},_=Symbol(),v=/(PointerCapture)$|Capture$/i,y=0,b={};var je,C,Me,Ne,Pe=Object.is,Fe=0,Ie=[],Le=[],w=u,Re=w.__b,ze=w.__r,Be=w.diffed,Ve=w.__c,He=w.unmount,Ue=w.__;function We(e,t){w.__h&&w.__h(C,e,Fe||t),Fe=0;var n=C.__H||(C.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function T(e){return Fe=1,Ge(nt,e)}function Ge(e,t,n){var r=We(je++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):nt(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Pe(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=C,!C.__f)){C.__f=!0;var i=C.shouldComponentUpdate;C.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Pe(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function E(e,t){var n=We(je++,3);!w.__s&&tt(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,C.__H.__h.push(n))}function Ke(e,t){var n=We(je++,4);!w.__s&&tt(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,C.__h.push(n))}function D(e){return Fe=5,O(function(){return{current:e}},[])}function O(e,t){var n=We(je++,7);return tt(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function qe(e,t){return Fe=8,O(function(){return e},t)}function Je(){var e=We(je++,11);if(!e.__){for(var t=C.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ye(){var e;do{for(;e=Le.shift();)try{$e(e)}catch(t){w.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ie.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($e),t.__h.some(et),t.__h=[]}catch(n){t.__h=[],w.__e(n,e.__v)}}}while(Le.length)}w.__b=function(e){C=null,Re&&Re(e)},w.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ue&&Ue(e,t)},w.__r=function(e){ze&&ze(e),je=0;var t=(C=e.__c).__H;t&&(Me==C?C.__h=[]:(t.__h.some($e),t.__h.some(et),je=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Me=C},w.diffed=function(e){Be&&Be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Qe(Ie.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Me=C=null},w.__c=function(e,t){t.some(function(e){try{e.__h.some($e),e.__h=e.__h.filter(function(e){return!e.__||et(e)})}catch(t){e.__h=[function(){throw t}]}}),Ve&&Ve(e,t)},w.unmount=function(e){He&&He(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Qe(Le.push(r))}else $e(r)}catch(e){t=e}}),r.__H=void 0,t&&w.__e(t,r.__v))};var Xe=typeof requestAnimationFrame==`function`;function Ze(e){var t,n=function(){clearTimeout(r),Xe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Xe&&(t=requestAnimationFrame(n))}function Qe(e){e!=1&&Ne==w.requestAnimationFrame||((Ne=w.requestAnimationFrame)||Ze)(Ye)}function $e(e){var t=C,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),C=t}function et(e){var t=C;e.__c=e.__(),C=t}function tt(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Pe(t,e[n])})}function nt(e,t){return typeof t==`function`?t(e):t}var rt=Symbol.for(`preact-signals`);function it(){if(lt>1)lt--;else{var e,t=!1;for((function(){var e=pt;for(pt=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();ct!==void 0;){var n=ct;for(ct=void 0,ut++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&gt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(ut=0,lt--,t)throw e}}function at(e){if(lt>0)return e();ft=++dt,lt++;try{return e()}finally{it()}}var ot,k=void 0;function st(e){var t=k,n=ot;k=void 0,ot=void 0;try{return e()}finally{k=t,ot=n}}var ct=void 0,lt=0,ut=0,dt=0,ft=0,pt=void 0,mt=0;function ht(e){if(k!==void 0){var t=e.n;if(t===void 0||t.t!==k)return t={i:0,S:e,p:k.s,n:void 0,t:k,e:void 0,x:void 0,r:t},k.s!==void 0&&(k.s.n=t),k.s=t,e.n=t,32&k.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=k.s,t.n=void 0,k.s.n=t,k.s=t),t}}function A(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}A.prototype.brand=rt,A.prototype.h=function(){return!0},A.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?st(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},A.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&st(function(){var e;(e=t.Z)==null||e.call(t)}))}},A.prototype.subscribe=function(e){var t=this;return Tt(function(){var n=t.value;st(function(){return e(n)})},{name:`sub`})},A.prototype.valueOf=function(){return this.value},A.prototype.toString=function(){return this.value+``},A.prototype.toJSON=function(){return this.value},A.prototype.peek=function(){var e=this;return st(function(){return e.value})},Object.defineProperty(A.prototype,"value",{get:function(){var e=ht(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(ut>100)throw Error(`Cycle detected`);(function(e){lt!==0&&ut===0&&e.l!==ft&&(e.l=ft,pt={S:e,v:e.v,i:e.i,o:pt})})(this),this.v=e,this.i++,mt++,lt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{it()}}}});function j(e,t){return new A(e,t)}function gt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function _t(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function vt(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function yt(e,t){A.call(this,void 0,t),this.x=e,this.s=void 0,this.g=mt-1,this.f=4}yt.prototype=new A,yt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===mt))return!0;if(this.g=mt,this.f|=1,this.i>0&&!gt(this))return this.f&=-2,!0;var e=k;try{_t(this),k=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return k=e,vt(this),this.f&=-2,!0},yt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}A.prototype.S.call(this,e)},yt.prototype.U=function(e){if(this.t!==void 0&&(A.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},yt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(yt.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=ht(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function bt(e,t){return new yt(e,t)}function xt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){lt++;var n=k;k=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,St(e),t}finally{k=n,it()}}}function St(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,xt(e)}function Ct(e){if(k!==this)throw Error(`Out-of-order effect`);vt(this),k=e,this.f&=-2;try{8&this.f&&St(this)}finally{it()}}function wt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,ot&&ot.push(this)}wt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},wt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,xt(this),_t(this),lt++;var e=k;return k=this,Ct.bind(this,e)},wt.prototype.N=function(){2&this.f||(this.f|=2,this.u=ct,ct=this)},wt.prototype.d=function(){this.f|=8,1&this.f||St(this)},wt.prototype.dispose=function(){this.d()};function Tt(e,t){var n=new wt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Et,Dt,Ot=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,kt=[];Tt(function(){Et=this.N})();function At(e,t){u[e]=t.bind(null,u[e]||function(){})}function jt(e){if(Dt){var t=Dt;Dt=void 0,t()}Dt=e&&e.S()}function Mt(e){var t=this,n=e.data,r=Pt(n);r.name=`ReactiveDom`,r.value=n;var i=O(function(){for(var e=t,n=t.__v;n=n.__;)if(n.__c){n.__c.__$f|=4;break}var i=bt(function(){var e=r.value.value;return e===0?0:!0===e?``:e||``}),a=bt(function(){return!Array.isArray(i.value)&&!f(i.value)}),o=Tt(function(){if(this.N=Lt,a.value){var t=i.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),s=t.__$u.d;return t.__$u.d=function(){o(),s.call(this)},[a,i]},[]),a=i[0],o=i[1];return a.value?o.peek():o.value}Mt.displayName=`ReactiveTextNode`,Object.defineProperties(A.prototype,{constructor:{configurable:!0,value:se(S,null).constructor},type:{configurable:!0,value:Mt},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),At(`__b`,function(e,t){if(jt(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof A&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),At(`__r`,function(e,t){if(e(t),t.type!==S){jt();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Tt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;Ot&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),jt(n)}}),At(`__e`,function(e,t,n,r){jt(),e(t,n,r)}),At(`diffed`,function(e,t){jt();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=Nt(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function Nt(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=j(n);return{o:function(e,t){a.value=e,r=t},d:Tt(function(){this.N=Lt;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}At(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),At(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),le.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function Pt(e,t){return O(function(){return j(e,t)},[])}var Ft=function(e){queueMicrotask(function(){queueMicrotask(e)})};function It(){at(function(){for(var e;e=kt.shift();)Et.call(e)})}function Lt(){kt.push(this)===1&&(u.requestAnimationFrame||Ft)(It)}var Rt=`remit.return`,zt=!1,Bt=j(null),Vt=(...e)=>e.some(e=>Bt.value?.rights.includes(e));async function Ht(){let e=await fetch(`session`,{headers:{accept:`application/json`}});e.status===401&&Wt(),e.ok&&(Bt.value=await e.json())}async function Ut(){zt=!0;let e=await fetch(`logout`,{method:`POST`,headers:{"content-type":`application/json`},body:`{}`});zt=e.ok,e.ok&&globalThis.location.assign(`signed-out`)}function Wt(){zt||(zt=!0,sessionStorage.setItem(Rt,globalThis.location.hash),globalThis.location.assign(`login?next=/`))}function Gt(){let e=sessionStorage.getItem(Rt)??``;return sessionStorage.removeItem(Rt),e}var Kt=[`asOf`],qt=/%(3A|2F|40|2C|3E|20)/g,Jt={"%3A":`:`,"%2F":`/`,"%40":`@`,"%2C":`,`,"%3E":`>`,"%20":`+`};function Yt(e){return encodeURIComponent(e).replace(qt,e=>Jt[e])}function Xt(e){try{return decodeURIComponent(e.replaceAll(`+`,`%20`))}catch{return e}}function Zt(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(/\?(.*)/s),r=Object.create(null);for(let e of n.split(`&`)){let[t=``,n=``]=e.split(/=(.*)/s);t&&(r[Xt(t)]??=[]).push(Xt(n))}return{view:Xt(t)||`home`,params:{...r}}}function Qt({view:e,params:t}){let n=Object.keys(t).sort().flatMap(e=>t[e].map(t=>`${Yt(e)}=${Yt(t)}`));return`#/${e===`home`?``:Yt(e)}${n.length?`?${n.join(`&`)}`:``}`}var M=j(Zt(globalThis.location?.hash??``)),N=bt(()=>M.value.params.asOf?.[0]);function $t(e){let t={};for(let[n,r]of Object.entries(e)){if(r==null||r===``||r===!1)continue;let e=Array.isArray(r)?r:[String(r)];e.length&&(t[n]=e)}return t}function en(e,t={}){let n={};for(let e of Kt){let t=M.value.params[e];t&&(n[e]=t)}return{view:e,params:{...n,...$t(t)}}}var P=(e,t={})=>Qt(en(e,t));function tn(e,t={}){globalThis.location.hash=P(e,t)}function F(e,t=!1){let n={...M.value.params};for(let t of Object.keys(e))delete n[t];let r=Qt({view:M.value.view,params:{...n,...$t(e)}});r!==Qt(M.value)&&(t?(history.replaceState(null,``,r),M.value=Zt(r)):globalThis.location.hash=r)}var I=e=>M.value.params[e]?.[0],nn=e=>M.value.params[e]??[];function rn(){window.addEventListener(`hashchange`,()=>{M.value=Zt(globalThis.location.hash)})}var an=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},on=`application/graphql-response+json, application/json`,sn=60,cn=new Map,ln=6e4;function un(){cn.clear()}var dn=e=>e instanceof DOMException&&e.name===`AbortError`,fn=(e,t)=>`${e}\n${JSON.stringify(t)}`;function pn(e,t,n){let r=e.toString().trim(),i=fn(r,t),a=cn.get(i);if(a&&Date.now()-a.at<ln)return cn.delete(i),cn.set(i,a),a.answer.catch(r=>{if(!dn(r)||n?.aborted)throw r;return pn(e,t,n)});let o=mn(r,t,n);cn.set(i,{at:Date.now(),answer:o}),o.catch(()=>{cn.get(i)?.answer===o&&cn.delete(i)});let s=cn.keys().next();return cn.size>sn&&!s.done&&cn.delete(s.value),o}async function mn(e,t,n){let r;try{r=await fetch(`graphql`,{method:`POST`,headers:{accept:on,"content-type":`application/json`},body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw dn(e)?e:new an({code:`OFFLINE`,message:``})}r.status===401&&Wt();let i=await r.json().catch(()=>null),{data:a,errors:o}=i??{},s=r.headers.get(`x-request-id`);if(o?.length||!a)throw new an(hn(o?.[0],i,r.status,s));return a}function hn(e,t,n,r){let{code:i,detail:a}=t??{};return{code:e?.extensions?.code??i??`HTTP_${n}`,message:e?.message??a??``,...r?{requestId:r}:{}}}function L(e){if(`code`in e){let t=e,n=`candidates`in t?t.candidates:void 0;throw new an({code:t.code,message:t.message,...t.path?{path:t.path}:{},...n?{candidates:n}:{}})}return e}function gn(e){return e instanceof an?e.problem:{code:`PAGE_FAILED`,message:e instanceof Error?e.message:String(e)}}function R(e,t,n){let r={text:e.toString().trim(),variables:t},[i,a]=T({state:t?`loading`:`idle`,question:r}),o=D(i);return o.current=i,E(()=>{if(t===null){a({state:`idle`,question:r});return}let i=new AbortController,s=o.current.data;return a({state:`loading`,question:r,...s===void 0?{}:{data:s}}),pn(e,t,i.signal).then(e=>{i.signal.aborted||a({state:`answered`,question:r,data:n(e)})}).catch(e=>{i.signal.aborted||dn(e)||a({state:`failed`,question:r,problem:gn(e)})}),()=>i.abort()},[r.text,JSON.stringify(t)]),i}function _n(e,t,n,r){let i=R(e,t,n),[a,o]=T(),s=JSON.stringify(t),c=a?.of===s?a:void 0,l=[...i.data===void 0?[]:[r(i.data)],...c?.pages??[]],u=l.at(-1);return[i,{rows:l.flatMap(e=>e.nodes),hasMore:u?.pageInfo.hasNextPage??!1,isLoading:c?.isLoading??!1,more:()=>{if(!u?.pageInfo.hasNextPage||t===null||c?.isLoading)return;let i=c?.pages??[];o({of:s,pages:i,isLoading:!0}),pn(e,{...t,after:u.pageInfo.endCursor}).then(e=>o({of:s,pages:[...i,r(n(e))],isLoading:!1})).catch(()=>o({of:s,pages:i,isLoading:!1}))}}]}var vn=s({AccessPathsDocument:()=>zn,BlastRadiusDocument:()=>Bn,ChangesDocument:()=>jn,CompletenessPartsFragmentDoc:()=>Sn,EdgeChangePartsFragmentDoc:()=>yn,EdgePartsFragmentDoc:()=>Tn,EvidencePartsFragmentDoc:()=>kn,ExposureDocument:()=>Vn,FreshnessPartsFragmentDoc:()=>Cn,HomeAnomaliesDocument:()=>In,HomeChangesDocument:()=>Nn,HomeForecastDocument:()=>Fn,HomeOrphanedDocument:()=>Mn,HomeShadowDocument:()=>Pn,HomeUnresolvedDocument:()=>Ln,InventoryPartsFragmentDoc:()=>En,MoneyPartsFragmentDoc:()=>Dn,MonthEndPartsFragmentDoc:()=>On,NamesDocument:()=>Rn,OrphanedChangePartsFragmentDoc:()=>bn,ProblemPartsFragmentDoc:()=>wn,ReachedPagePartsFragmentDoc:()=>An,SearchDocument:()=>Hn,SnapshotPartsFragmentDoc:()=>xn,SourcesDocument:()=>Un,StatusDocument:()=>Wn,TypedDocumentString:()=>z,UnresolvedDocument:()=>Gn}),z=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},yn=new z(`
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
    `,{fragmentName:`EdgeChangeParts`}),bn=new z(`
    fragment OrphanedChangeParts on OrphanedPathChange {
  root
  target
  permission
  hops
  reasons
}
    `,{fragmentName:`OrphanedChangeParts`}),xn=new z(`
    fragment SnapshotParts on Snapshot {
  generation
  asOf
  builtAt
  digest
}
    `,{fragmentName:`SnapshotParts`}),Sn=new z(`
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
    `,{fragmentName:`CompletenessParts`}),Cn=new z(`
    fragment FreshnessParts on SourceFreshness {
  source
  state
  notes
  observedAt
  ageS
  promisedAgeS
}
    `,{fragmentName:`FreshnessParts`}),wn=new z(`
    fragment ProblemParts on UserError {
  code
  message
  path
  ... on AmbiguousName {
    candidates
  }
}
    `,{fragmentName:`ProblemParts`}),Tn=new z(`
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
    `,{fragmentName:`EdgeParts`}),En=new z(`
    fragment InventoryParts on InventoryRow {
  id
  kind
  name
  sensitivity
}
    `,{fragmentName:`InventoryParts`}),Dn=new z(`
    fragment MoneyParts on Money {
  currency
  amount
}
    `,{fragmentName:`MoneyParts`}),On=new z(`
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
}`,{fragmentName:`MonthEndParts`}),kn=new z(`
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
    `,{fragmentName:`EvidenceParts`}),An=new z(`
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
}`,{fragmentName:`ReachedPageParts`}),jn=new z(`
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
}`),Mn=new z(`
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
}`),Nn=new z(`
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
}`),Pn=new z(`
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
}`),Fn=new z(`
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
}`),In=new z(`
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
}`),Ln=new z(`
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
}`),Rn=new z(`
    query Names($ids: [ID!]!, $asOf: DateTime) {
  nodes(ids: $ids, asOf: $asOf) {
    id
    kind
    name
    known
  }
}
    `),zn=new z(`
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
}`),Bn=new z(`
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
}`),Vn=new z(`
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
}`),Hn=new z(`
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
}`),Un=new z(`
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
    `),Wn=new z(`
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
    `),Gn=new z(`
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
}`),B={product:`Remit`,unknown:`–`,unknownWord:`unknown`,noPermission:`no permission`,loading:`Asking …`,more:`Show more`,units:{day:`d`,hour:`h`,minute:`min`,lessThanMinute:`< 1 min`},permissions:{DISCOVER:`Discover`,READ:`Read`,WRITE:`Write`,ADMIN:`Admin`},sensitivities:{public:`Public`,internal:`Internal`,unknown:`Unknown`,confidential:`Confidential`,restricted:`Restricted`},kinds:{Identity:`Person or service`,Group:`Group`,Account:`Account`,Credential:`Credential`,Application:`Application`,Model:`Model`,McpServer:`MCP server`,McpTool:`MCP tool`,DataSource:`Data source`},views:{home:`Overview`,search:`Search`,"blast-radius":`Blast radius`,exposure:`Exposure`,paths:`Paths`,orphaned:`Orphaned paths`,"what-if":`What if`,cost:`Cost`,changes:`Changes`,sources:`Sources`,unresolved:`Loose ends`,query:`Query`},shell:{skip:`Skip to the content`,navigation:`Views`,searchLabel:`Search people, keys, servers, data`,searchHint:`Name, address, id, or kind:name`,suggestions:`Suggestions`,allMatches:e=>`All ${e} matches`,noMatch:`Nothing matches.`,signedInAs:e=>`Signed in as ${e}.`,signOut:`Sign out`,help:`Keyboard`,closeHelp:`Close`,theme:{auto:`Theme: as the system`,light:`Theme: light`,dark:`Theme: dark`},generation:e=>`Generation ${e}`,built:e=>`built ${e} ago`,digest:e=>`digest ${e}`,nothingLoaded:"Nothing is loaded yet: run `remit load`.",lateSources:e=>e===1?`1 source is late`:`${e} sources are late`,sourcesOnTime:e=>e===1?`1 source, on time`:`${e} sources, on time`,complete:`Complete`,partial:`Partial`,partialWhy:`What is missing`,notes:`Notes`,asOfNow:`Now`,asOf:`As of`,asOfSet:e=>`As of ${e}`,asOfClear:`Back to now`,statusFailed:`The status of the server is not known.`,offline:`The server does not answer.`,asking:`Asking`,answered:`Answered`,newGeneration:e=>`A newer snapshot is there: generation ${e}.`},keys:{title:`Keyboard`,search:`search`,help:`this list`,undo:`back`,redo:`forward`,theme:`change the theme`,next:`next row`,previous:`previous row`,open:`open the row`,leave:`leave a field or close a panel`,then:`then`},parts:{question:`Question`,questionTitle:`The GraphQL behind this`,variables:`Variables`,copy:`Copy`,copied:`Copied`,graphiql:`Open GraphiQL`,export:`Export`,exportCsv:`CSV`,exportJson:`JSON`,sortBy:e=>`Sort by ${e}`,sortedAmong:(e,t)=>`${e} of ${t} rows are here; sorting orders these.`,rowsOf:(e,t)=>`${e} of ${t}`,empty:`There is nothing.`,candidates:`Which one is meant?`,code:`Code`,request:`Request`,close:`Close`,evidence:`Evidence`,claimedBy:`Claimed by`,since:`Since`,lastUsed:`Last used`,permission:`Permission`,statement:`What the source gave`,noStatement:`The source gave none.`},problems:{OFFLINE:`The server does not answer. Is it running, and does the network reach it? What was shown before stays.`,PAGE_FAILED:`This page failed, not the server.`,fallback:`There is no answer, and the server gave no reason.`},remedies:{NOT_FOUND:`Search for it by a part of its name.`,AMBIGUOUS_NAME:`Choose one of the candidates.`,BAD_INPUT:`Change the question as the message says.`,SNAPSHOT_EXPIRED:`Ask again: it is answered from the newest snapshot.`,LIMIT_EXCEEDED:`Narrow the question: fewer kinds, fewer hops, or a filter.`,FORBIDDEN:`Ask whoever administers Remit for the right, or sign in as somebody else.`,DOCUMENT_NOT_LISTED:`This server answers listed documents alone; see REMIT_DOCUMENTS.`,OFFLINE:`Try again.`},tryAgain:`Try again`,home:{title:`Overview`,lead:e=>`What needs somebody, as of ${e}.`,now:`now`,orphaned:`Orphaned paths`,orphanedLead:`Live routes to data for which nobody answers any more.`,orphanedOf:e=>`from ${e} accounts, keys or services`,unknownOwners:`more of which nobody can say`,root:`Principal`,routes:`Routes`,spendSince:`Spent since`,nextOwner:`Next owner`,since:`Since`,nobody:`nobody is known`,shadowMark:`shadow`,changes:`Changed in 7 days`,changesLead:e=>`Since ${e}.`,pathsOpened:`orphaned paths opened`,pathsClosed:`orphaned paths closed`,edgesOpened:`edges opened`,edgesClosed:`edges closed`,nodesOpened:`nodes came`,nodesClosed:`nodes went`,reachChanged:`principals reach more or less`,permissionsChanged:`permissions changed`,who:`Whose reach changed`,gained:`Gained`,lost:`Lost`,score:`Score`,shadow:`Shadow accounts`,shadowLead:`Accounts that the company's directory does not govern.`,account:`Account`,dataSources:`Data sources`,lastUsed:`Last used`,spend:`Spend this month`,spendLead:`By team, with what the month is expected to cost.`,expected:`expected`,spent:`spent`,expectedTitle:`Expected`,spentTitle:`Spent`,budget:`Budget`,noBudget:`no budget`,team:`Team`,status:`State`,over:`over budget`,within:`within budget`,cannotSay:`cannot be said`,overBudget:e=>`${e} over budget`,anomalies:`Anomalies`,anomaliesLead:`Days of the last 30 on which a team cost more than its history explains.`,judged:e=>`${e} days of teams judged`,day:`Day`,cost:`Cost`,sources:`Late sources`,sourcesLead:`Sources that are older than promised, or whose last run was not whole.`,source:`Source`,age:`Age`,state:`State`,promised:`Promised`,late:`late`,allOnTime:`Every source is on time and whole.`,looseEnds:`Loose ends`,looseEndsLead:`What could not be joined, named or mapped.`,what:`What`,why:`Why`,unassigned:`unassigned`},search:{title:`Search`,lead:"A part of a name, an address or an id; `role:`, `key:` or another kind before it narrows.",matches:e=>`${e} matches`,name:`Name`,kind:`Kind`,source:`Source`,id:`Id`,allKinds:`All kinds`,recent:`Asked lately`,noRecent:`What you ask is listed here: ids only, in this browser only.`,forget:`Forget these`,actions:`Questions`,blastRadius:`Blast radius`,exposure:`Exposure`,empty:`Type to search.`},sources:{title:`Sources`,lead:`What each source last told, how old that is, and what it covers.`,source:`Source`,state:`State`,lastRun:`Last run`,age:`Age`,promised:`Promised`,why:`Why`,covers:`Covers`,runs:`Runs`,runsLead:"The newest runs, newest first. A held run waits for somebody: `remit source accept` lets it in.",run:`Run`,observed:`Observed`,added:`Added`,retired:`Retired`,held:`Held`,onTime:`on time`,late:`late`,notPromised:`nothing promised`,scopes:e=>e===`1`?`1 scope`:`${e} scopes`},unresolved:{title:`Loose ends`,lead:`What could not be joined, named or mapped, with the candidates and the command that settles it.`,kind:`What`,subject:`About`,why:`Why`,candidates:`Candidates`,command:`Settled by`,copy:`Copy command`,copied:`Copied`,none:`There are no loose ends.`,kinds:{login:`Login nobody knows`,identity_conflict:`Maybe one person`,shared_mailbox:`Shared address`,account_without_person:`Account of nobody`,credential_without_holder:`Key of nobody`,unknown_model:`Unknown model`,unmapped:`Not mapped`}},changes:{title:`Changes`,lead:`What opened and what closed between two moments, and which claim of which run did it.`,from:`From`,to:`To`,days:e=>e===1?`1 day`:`${e} days`,of:`About`,everything:`everything`,clearOf:`About everything`,summary:(e,t)=>`${e} edges opened, ${t} closed`,orphaned:`Orphaned paths`,reach:`Reach`,edges:`Edges`,permissions:`Permissions`,properties:`Properties`,change:`Change`,opened:`opened`,closed:`closed`,source:`From`,kind:`Edge`,target:`To`,permission:`Permission`,before:`Before`,after:`After`,claimedBy:`Claimed by`,run:`Run`,at:`At`,root:`Principal`,hops:`Hops`,reasons:`Why`,property:`Property`,nothing:`Nothing changed.`},query:{title:`Query`,lead:`Every number of this page is the answer to a question of the public GraphQL API. These are the questions of the views.`,graphiql:`Open GraphiQL`,schema:`Schema`,documents:`Questions of the views`},asOfControl:{label:`As of (UTC)`,earlier:`A day earlier`,later:`A day later`},picture:{label:(e,t,n)=>`${e}, drawn: ${t} nodes and ${n} edges. Arrow keys follow the edges.`,roleDescription:`graph`,zoom:`Zoom`,zoomIn:`Zoom in`,zoomOut:`Zoom out`,fit:`Fit`,hop:(e,t)=>e===0?`Start · ${t}`:e===1?`1 hop · ${t}`:`${e} hops · ${t}`,hopTo:(e,t)=>e===0?`Target · ${t}`:e===1?`1 hop away · ${t}`:`${e} hops away · ${t}`,step:(e,t)=>`Step ${e} · ${t}`,fold:(e,t)=>`+${e} ${t}`,upTo:e=>`up to ${e}`,opensFold:`Enter draws each of them.`,onTheWay:`on the way`,assumed:`assumed`,pluralKinds:{Identity:`people or services`,Group:`groups`,Account:`accounts`,Credential:`credentials`,Application:`applications`,Model:`models`,McpServer:`MCP servers`,McpTool:`MCP tools`,DataSource:`data sources`},edges:{HAS_ACCOUNT:`has account`,HAS_CREDENTIAL:`has key`,RUNS_AS:`runs as`,MEMBER_OF:`member of`,ACCOUNT_IN:`account in`,CAN_USE:`can use`,CONNECTS_TO:`connects to`,EXPOSES:`exposes`,CAN_ACCESS:`can access`,CONTAINS:`contains`,USED:`used`,ANSWERS_FOR:`answers for`,REPORTS_TO:`reports to`,SAME_AS:`same as`},claims:e=>e===1?`1 claim`:`${e} claims`,exportSvg:`SVG`,exportPng:`PNG`,showFolded:`Fold again`,showHidden:e=>`Show ${e} hidden`,unpin:e=>`Let go ${e} pinned`,showAll:`Show all routes`,keys:`Arrows follow edges · Enter evidence · f route · p pin · h hide · o ask of it · e edges · 0 fit`,legend:`Legend`,large:e=>`${e} elements: drawn without words until you come near. The list has them all.`,provenance:(e,t,n)=>`Remit · generation ${e} · digest ${t} · as of ${n}`,exportedAt:e=>`exported ${e}`},uses:{YES:`Used`,INDIRECT:`Used further along`,NO:`Not used`,UNKNOWN:`Use unknown`},reach:{blastRadius:`Blast radius`,blastRadiusLead:`What these can reach, how, and what of it is really used.`,exposure:`Exposure`,exposureLead:`Who reaches this, with which permission, and how.`,start:`From`,target:`Target`,addStart:`Add a start`,chooseStart:`Who or what is it about? A person, an account, a key or a server.`,chooseTarget:`What is it about? Data, a tool, a model or a server.`,remove:e=>`Leave out ${e}`,filters:`Filters`,kinds:`Kind`,anyKind:`Any kind`,minPermission:`At least`,anyPermission:`Any permission`,use:`Use`,anyUse:`Used or not`,via:`Via`,anyVia:`Any way`,basis:`Edges`,bases:{EITHER:`Granted or seen`,GRANTED:`Granted`,OBSERVED:`Seen in use`},maxHops:`Hops`,anyHops:`Any number`,upToHops:e=>`at most ${e}`,reached:`Reached`,reachedBy:`Reached by`,score:`Score`,share:`Of all data sources`,spend:`Spend in 30 days`,byKind:`Kinds`,bySensitivity:`Data by sensitivity`,byPermission:`Data by permission`,name:`Name`,kind:`Kind`,permission:`Permission`,sensitivity:`Sensitivity`,hops:`Hops`,used:`Use`,lastUsed:`Last used`,permissionAssumed:`No walk states a permission: this is assumed.`,list:`List`,picture:`Picture`,summary:e=>`${e} nodes`,some:(e,t)=>`List and picture hold the first ${e} of ${t}.`,usedAmong:(e,t)=>`${e} of ${t} rows fit the filter on use.`,whatIfGone:`Paths to it`,evidenceOf:`Evidence`,nothingFits:`Nothing is reached with these filters.`},paths:{title:`Paths`,lead:`The shortest ways from one node to another, edge by edge, each as a sentence.`,from:`From`,to:`To`,swap:`Swap`,k:`How many`,found:e=>e===`1`?`1 path`:`${e} paths`,none:`There is no path. That none is known does not prove that there is none: see what is missing above.`,hops:e=>e===1?`1 hop`:`${e} hops`,copy:`Copy`,copied:`Copied`,heldSince:e=>`Whole since ${e}`,heldSinceUnknown:`Since when is not known`,latestEdge:`The edge of it that came last`,focusPath:`Show this one`,evidence:`Evidence`,changes:`What changed here`,chosen:`shown`},field:{hint:`Name, address or id`,suggestions:`Suggestions`,noMatch:`Nothing matches.`},notThere:{title:`There is no such view`,lead:`The address names a view that this page does not have.`,home:`To the overview`},notAllowed:`Your rights do not include this view.`},Kn=e=>B.views[e]??e;function qn(e){return e?`${e.currency} ${Xn(Yn(e.amount,2))}`:B.unknown}var Jn=e=>`${e.currency} ${e.amount}`;function Yn(e,t){let n=e.startsWith(`-`)?`-`:``,[r=`0`,i=``]=e.replace(/^[+-]/,``).split(`.`),a=BigInt(r+i.padEnd(t+1,`0`).slice(0,t))+(Number(i[t]??`0`)>=5?1n:0n),o=a.toString().padStart(t+1,`0`),s=o.length-t,c=t?`${o.slice(0,s)}.${o.slice(s)}`:o;return a===0n?c:n+c}function Xn(e){let[t=``,n]=e.split(`.`),r=t.replace(/\B(?=(\d{3})+$)/g,`,`);return n===void 0?r:`${r}.${n}`}function Zn(e,t){let n=t?Number(t.amount):0;return e&&n>0?Number(e.amount)/n:null}var V=e=>Xn(String(e)),Qn=e=>`${Math.round(e*100)} %`,$n=e=>Xn(String(Math.round(e*10)/10)),er=864e5;function tr(e){if(!e)return B.unknown;let t=new Date(e);if(Number.isNaN(t.getTime()))return e;let n=t.toISOString();return`${n.slice(0,10)} ${n.slice(11,16)} UTC`}var nr=e=>e?e.slice(0,10):B.unknown;function rr(e){let t=[[86400,B.units.day],[3600,B.units.hour],[60,B.units.minute]],n=t.findIndex(([t])=>e>=t);if(n<0)return B.units.lessThanMinute;let[r,i]=t[n],a=t[n+1],o=a?Math.floor(e%r/a[0]):0,s=`${Math.floor(e/r)} ${i}`;return o&&a?`${s} ${o} ${a[1]}`:s}function ir(e){let t=new Date(e??NaN);return Number.isNaN(t.getTime())?new Date(Math.floor(Date.now()/6e4)*6e4):t}var ar=(e,t)=>new Date(e.getTime()-t*er),or=e=>e.toISOString().slice(0,10),sr=e=>e.toISOString().replace(/\.\d+Z$/,`Z`),cr=Symbol.for(`pv`),lr=0;Array.isArray;function H(e,t,n,r,i,a){t||={};var o,s,c=t;if(`ref`in c&&typeof e!=`function`)for(s in c={},t)s==`ref`?o=t[s]:c[s]=t[s];var l={type:e,props:c,key:n,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:cr,__v:--lr,__i:-1,__u:0};return(i||a)&&(l.__source=i,l.__self=a),u.vnode&&u.vnode(l),l}var ur=200;function dr(e,t){return e===t?0:e<t?-1:1}function fr(e,t,n){let r=t?.sort;if(!r)return e;let i=n?-1:1,a=e=>r(e)!==null&&r(e)!==void 0;return[...e.filter(a).sort((e,t)=>i*dr(r(e),r(t))),...e.filter(e=>!a(e))]}function U(e){let{columns:t,rowKey:n,onOpen:r}=e,[i,a]=T(null),[o,s]=T(0),[c,l]=T(ur),u=D(null),d=t.find(({key:e})=>e===i?.key),f=O(()=>fr(e.rows,d,i?.descending??!1),[e.rows,i?.key,i?.descending]),p=O(()=>f.slice(0,c),[f,c]),m=e=>{let t=Math.max(0,Math.min(p.length-1,e));s(t),(u.current?.rows[t])?.focus()},h=e=>{let t=e.target.closest(`tr`);if(!t||e.ctrlKey||e.metaKey||e.altKey)return;let n=t.sectionRowIndex,i={j:n+1,ArrowDown:n+1,k:n-1,ArrowUp:n-1,Home:0,End:p.length-1}[e.key];if(i!==void 0)e.preventDefault(),e.stopPropagation(),m(i);else if(e.key===`Enter`&&e.target===t){e.preventDefault();let i=t.querySelector(`a[href]`);r?r(p[n]):i?.click()}},g=e=>a(t=>t?.key===e?t.descending?null:{key:e,descending:!0}:{key:e,descending:!1});if(!e.rows.length)return H(`p`,{class:`empty`,children:e.empty??B.parts.empty});let _=e.total??f.length;return H(`div`,{class:`table-box`,children:[H(`table`,{class:`data-table`,children:[H(`caption`,{class:`visually-hidden`,children:e.caption}),H(`thead`,{children:H(`tr`,{children:t.map(({key:e,title:t,sort:n,align:r,wide:a})=>H(`th`,{scope:`col`,class:`${r===`end`?`end`:``} ${a?`wide`:``}`,"aria-sort":i?.key===e?i.descending?`descending`:`ascending`:void 0,children:n?H(`button`,{type:`button`,class:`sort`,onClick:()=>g(e),title:B.parts.sortBy(t),children:[t,H(`span`,{class:`sort-mark`,"aria-hidden":`true`,children:i?.key===e?i.descending?`▾`:`▴`:`▵`})]}):t},e))})}),H(`tbody`,{ref:u,onKeyDown:h,children:p.map((i,a)=>H(`tr`,{tabIndex:a===Math.min(o,p.length-1)?0:-1,class:e.rowClass?.(i)??``,"aria-selected":e.selected===void 0?void 0:e.selected===n(i),onFocus:()=>s(a),onClick:e=>{r&&!e.target.closest(`a, button`)&&r(i)},children:t.map(({key:e,cell:t,align:n,wide:r})=>H(`td`,{class:`${n===`end`?`end`:``} ${r?`wide`:``}`,children:t(i)},e))},n(i)))})]}),_>p.length&&H(`p`,{class:`table-foot`,children:[i&&_>f.length?B.parts.sortedAmong(V(f.length),V(_)):B.parts.rowsOf(V(p.length),V(_)),(f.length>p.length||e.hasMore&&e.onMore)&&H(`button`,{type:`button`,onClick:()=>{l(c+ur),f.length<=c&&e.onMore?.()},disabled:e.isLoading,children:B.more})]})]})}var pr=200,mr=j(new Map),hr=new Set,gr=0;function _r(e,t){let n=t??mr.value.get(e);return E(()=>{n===void 0&&e.includes(`:`)&&(hr.add(e),gr||=window.setTimeout(vr))},[e,n]),n||yr(e)}async function vr(){gr=0;let e=[...hr].slice(0,pr);hr.clear();try{let{nodes:t}=await pn(Rn,{ids:e,asOf:N.value??null}),n=new Map(mr.value);t.forEach((t,r)=>n.set(e[r],t?.name||yr(e[r]))),mr.value=n}catch{}}function yr(e){let t=e.indexOf(`/`);return t<0?e:e.slice(t+1)||e}var br=e=>e.slice(0,Math.max(0,e.indexOf(`:`)));function xr(e){let t=e.slice(e.indexOf(`:`)+1);return t.includes(`/`)?t.slice(0,t.indexOf(`/`)):``}var Sr={Identity:`M8 8.2a3.1 3.1 0 1 0 0-6.2 3.1 3.1 0 0 0 0 6.2ZM2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5Z`,Group:`M5.5 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm5.5 0a2.2 2.2 0 1 0 0-4.4M1 13.5c.3-2.8 2-4.3 4.5-4.3s4.2 1.5 4.5 4.3Zm10.5 0H15c-.3-2.4-1.5-3.9-3.7-4.2`,Account:`M2 3h12v10H2Zm3.8 5.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM3.5 11.5c.2-1.5 1-2.2 2.3-2.2s2.1.7 2.3 2.2M9.8 6h2.7M9.8 8.5h2.7`,Credential:`M10.5 2.5a3.5 3.5 0 1 1-2.9 5.4L2.5 13v1.5H5V13h1.5v-1.5H8l1.2-1.2M11.3 5h.1`,Application:`M2.5 2.5h4.5V7H2.5Zm6.5 0h4.5V7H9ZM2.5 9h4.5v4.5H2.5ZM9 9h4.5v4.5H9Z`,Model:`M8 1.5 13.6 4.7v6.5L8 14.5 2.4 11.2V4.7ZM8 8l5.6-3.3M8 8v6.5M8 8 2.4 4.7`,McpServer:`M2.5 2.5h11v4.3h-11Zm0 6.7h11v4.3h-11ZM5 4.7h.1M5 11.3h.1M8 6.8v2.4`,McpTool:`M10.5 2a3.5 3.5 0 0 0-3.3 4.7L2 11.9 4.1 14l5.2-5.2A3.5 3.5 0 0 0 13.8 4.3L11.6 6.5 9.5 4.4 11.7 2.2A3.5 3.5 0 0 0 10.5 2Z`,DataSource:`M8 1.8c3.3 0 5.5.9 5.5 2.1S11.3 6 8 6 2.5 5.1 2.5 3.9 4.7 1.8 8 1.8Zm-5.5 2.1v8.2c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1V3.9M2.5 8c0 1.2 2.2 2.1 5.5 2.1s5.5-.9 5.5-2.1`},Cr=`M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm-1.8 4.3c.1-1.1.8-1.8 1.9-1.8s1.9.7 1.9 1.7c0 1.4-1.9 1.5-1.9 3M8.1 11.3h.1`,wr=e=>Sr[e]??Cr,Tr=e=>B.kinds[e]??e;function Er({kind:e}){return H(`svg`,{class:`glyph kind-${e}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:`img`,"aria-label":Tr(e),children:H(`path`,{d:wr(e),fill:`none`,stroke:`currentColor`,"stroke-width":`1.4`,"stroke-linejoin":`round`,"stroke-linecap":`round`})})}var Dr={DISCOVER:1,READ:2,WRITE:3,ADMIN:4};function Or({permission:e}){if(!e)return H(`span`,{class:`muted`,children:B.noPermission});let t=Dr[e]??0;return H(`span`,{class:`permission permission-${e}`,children:[H(`svg`,{viewBox:`0 0 14 10`,width:`14`,height:`10`,"aria-hidden":`true`,children:[1,2,3,4].map(e=>H(`rect`,{x:(e-1)*3.5,y:8-e*2,width:`2.5`,height:2+e*2,class:e<=t?`on`:`off`}))}),B.permissions[e]??e]})}function kr({sensitivity:e}){return e?H(`span`,{class:`sensitivity sensitivity-${e}`,children:B.sensitivities[e]??e}):null}var Ar=e=>br(e)===`DataSource`||br(e)===`McpTool`||br(e)===`Model`?{view:`exposure`,param:`target`}:{view:`blast-radius`,param:`start`};function W({id:e,name:t,plain:n=!1,href:r}){let i=_r(e,t),{view:a,param:o}=Ar(e),s=H(S,{children:[H(Er,{kind:br(e)}),H(`span`,{class:`chip-name`,children:i||yr(e)}),H(`span`,{class:`chip-system`,children:xr(e)})]});return n?H(`span`,{class:`chip`,title:e,children:s}):H(`a`,{class:`chip`,title:e,href:r??P(a,{[o]:e}),children:s})}function jr({provenance:e}){let{status:t,reasons:n,notes:r}=e.completeness,i=t===`COMPLETE`,a=H(S,{children:[H(`span`,{"aria-hidden":`true`,children:i?`●`:`◐`}),` `,i?B.shell.complete:B.shell.partial]});return!n.length&&!r.length?H(`span`,{class:`completeness is-complete`,children:a}):H(`details`,{class:`completeness ${i?`is-complete`:`is-partial`}`,children:[H(`summary`,{children:[a,i?` · ${B.shell.notes}`:``]}),H(`div`,{class:`popover`,children:[...n,...r].map(({code:e,detail:t})=>H(`p`,{children:[H(`code`,{children:e}),` `,t]},e+t))})]})}function Mr(e){let t=e==null?``:String(e),n=typeof e==`string`&&/^[=+\-@\t\r]/.test(t)?`'${t}`:t;return/[",\r\n]/.test(n)?`"${n.replaceAll(`"`,`""`)}"`:n}function Nr(e,t,n){return{exportedAt:n.toISOString(),question:e.text,variables:e.variables,snapshot:t?.snapshot??null,completeness:t?.completeness??null}}function Pr(e,t){let n=t?[t.snapshot.digest,t.snapshot.asOf,t.completeness.status]:[``,``,``];return`${[[...e.columns,`snapshot`,`as_of`,`completeness`].map(Mr).join(`,`),...e.rows.map(e=>[...e,...n].map(Mr).join(`,`))].join(`\r
`)}\r\n`}function Fr(e,t,n,r){return`${JSON.stringify({...Nr(t,n,r),answer:e},null,2)}\n`}function Ir(e,t,n){let r=URL.createObjectURL(typeof n==`string`?new Blob([n],{type:t}):n),i=document.createElement(`a`);i.href=r,i.download=e,i.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}var Lr=(e,t,n)=>`remit-${e}${t?`-${t.snapshot.digest.slice(0,12)}`:``}.${n}`;function Rr({problem:e,onRetry:t,candidateHref:n}){let r=B.remedies[e.code];return H(`div`,{class:`problem`,role:`alert`,children:[H(`p`,{class:`problem-message`,children:e.message||B.problems[e.code]||B.problems.fallback}),r&&H(`p`,{children:r}),e.candidates&&H(S,{children:[H(`p`,{children:B.parts.candidates}),H(`ul`,{class:`plain-list`,children:e.candidates.map(e=>H(`li`,{children:H(W,{id:e,href:n?.(e)})},e))})]}),H(`p`,{class:`muted small`,children:[B.parts.code,` `,e.code,e.requestId&&` · ${B.parts.request} ${e.requestId}`]}),t&&H(`button`,{type:`button`,onClick:t,children:B.tryAgain})]})}function zr({question:e}){let[t,n]=T(!1),r=JSON.stringify(e.variables??{},null,2),i=async()=>{await navigator.clipboard.writeText(`${e.text}\n\n# ${B.parts.variables}\n${r.replace(/^/gm,`# `)}\n`),n(!0)};return H(`details`,{class:`query-behind`,children:[H(`summary`,{title:B.parts.questionTitle,children:B.parts.question}),H(`div`,{class:`query-box`,children:[H(`div`,{class:`query-tools`,children:[H(`button`,{type:`button`,onClick:()=>void i(),children:t?B.parts.copied:B.parts.copy}),H(`a`,{href:`graphiql`,target:`_blank`,rel:`noreferrer`,children:B.parts.graphiql})]}),H(`pre`,{tabIndex:0,"aria-label":B.parts.questionTitle,children:e.text}),H(`pre`,{tabIndex:0,"aria-label":B.parts.variables,children:r})]})]})}var Br=j(``),Vr=e=>{Br.value=e};function Hr(e){return e&&typeof e==`object`&&`snapshot`in e&&`completeness`in e?e:void 0}function G(e){let{answer:t,title:n}=e,r=Je(),i=Hr(t.data),a=e.level===3?`h3`:`h2`;return E(()=>{t.state===`answered`&&e.summary&&Vr(`${n}: ${e.summary(t.data)}`)},[t]),H(`section`,{class:`panel ${e.class??``}`,"aria-labelledby":r,"aria-busy":t.state===`loading`,children:[H(`header`,{class:`panel-head`,children:[H(a,{id:r,children:n}),i&&H(jr,{provenance:i}),H(`div`,{class:`panel-tools`,children:[t.data!==void 0&&e.exportName&&H(Ur,{...e,provenance:i}),t.question.variables!==null&&H(zr,{question:t.question})]})]}),e.lead&&H(`p`,{class:`panel-lead`,children:e.lead}),t.state===`failed`&&H(Rr,{problem:t.problem,...e.onRetry?{onRetry:e.onRetry}:{},...e.candidateHref?{candidateHref:e.candidateHref}:{}}),t.state===`loading`&&t.data===void 0&&H(`p`,{class:`asking`,children:B.loading}),t.data!==void 0&&e.children(t.data)]})}function Ur({answer:e,exportName:t,exportTable:n,provenance:r}){let i=e.data;return H(`span`,{class:`export`,role:`group`,"aria-label":B.parts.export,children:[n&&H(`button`,{type:`button`,class:`quiet`,onClick:()=>Ir(Lr(t,r,`csv`),`text/csv`,Pr(n(i),r)),children:B.parts.exportCsv}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>Ir(Lr(t,r,`json`),`application/json`,Fr(i,e.question,r,new Date)),children:B.parts.exportJson})]})}var Wr=6e4,Gr=j(null),Kr=j(null),qr=j(0),Jr=e=>e.state!==`COMPLETE`||e.promisedAgeS!=null&&e.ageS>e.promisedAgeS,Yr=bt(()=>(Gr.value?.sources??[]).filter(Jr));async function Xr(){try{let e=(await pn(Wn,{})).status,t=Gr.value;t&&e.generation!==t.generation&&(un(),qr.value+=1,Vr(B.shell.newGeneration(e.generation))),Gr.value=e,Kr.value=null}catch(e){Kr.value=gn(e)}}function Zr(){Xr(),setInterval(()=>{document.visibilityState===`visible`&&Xr()},Wr),document.addEventListener(`visibilitychange`,()=>{document.visibilityState===`visible`&&Xr()})}var Qr=7,$r=30;function ei(){let e=B.home;return H(S,{children:[H(`h1`,{children:e.title}),H(`p`,{class:`lead`,children:e.lead(N.value?tr(N.value):e.now)}),H(`div`,{class:`home`,children:[H(ti,{}),H(ni,{}),H(si,{}),H(ci,{}),H(li,{}),H(di,{}),H(fi,{})]})]})}function K({count:e,words:t,address:n,strong:r}){return H(`a`,{class:`figure ${r?`figure-strong`:``}`,href:n,children:[H(`span`,{class:`figure-count`,children:e}),` `,H(`span`,{class:`figure-words`,children:t})]})}function ti(){let e=B.home,t=R(Mn,{input:{asOf:N.value??null}},e=>L(e.orphanedPaths));return H(G,{title:e.orphaned,lead:e.orphanedLead,answer:t,class:`span-2`,exportName:`orphaned`,summary:({totalPaths:e})=>V(e),children:({totalPaths:t,totalRoots:n,totalUnknown:r,roots:i})=>H(S,{children:[H(`div`,{class:`figures`,children:[H(K,{count:V(t),words:e.orphanedOf(V(n)),address:P(`orphaned`),strong:!0}),r>0&&H(K,{count:V(r),words:e.unknownOwners,address:P(`orphaned`,{list:`unknown`})})]}),H(U,{caption:e.orphaned,rows:i.nodes,rowKey:({id:e})=>e,columns:[{key:`root`,title:e.root,cell:({id:t,name:n,shadow:r})=>H(S,{children:[H(W,{id:t,name:n,href:P(`orphaned`,{root:t})}),r&&H(`span`,{class:`tag`,children:e.shadowMark})]})},{key:`routes`,title:e.routes,cell:({routes:e})=>V(e),align:`end`,sort:({routes:e})=>e},{key:`since`,title:e.since,cell:({reasons:e})=>H(`span`,{class:`nowrap`,children:nr(e[0]?.since)}),wide:!0,sort:({reasons:e})=>e[0]?.since},{key:`spend`,title:e.spendSince,cell:({spendSince:e})=>qn(e),align:`end`,wide:!0,sort:({spendSince:e})=>Number(e?.amount??0)},{key:`owner`,title:e.nextOwner,wide:!0,cell:({nextOwner:[t]})=>t?H(W,{id:t.id,name:t.name}):H(`span`,{class:`muted`,children:e.nobody})}]})]})})}function ni(){let e=B.home,t=sr(ar(ir(N.value),Qr)),n=R(Nn,{input:{from:t,asOf:N.value??null}},e=>L(e.changes)),r=P(`changes`,{from:t});return H(G,{title:e.changes,lead:e.changesLead(tr(t)),answer:n,class:`span-2`,exportName:`changes`,children:({nodes:n,edges:i,permissions:a,orphanedPaths:o,reach:s})=>H(S,{children:[H(`div`,{class:`figures`,children:[H(K,{count:`+${V(o.opened.totalCount)}`,words:e.pathsOpened,address:r,strong:o.opened.totalCount>0}),H(K,{count:`−${V(o.closed.totalCount)}`,words:e.pathsClosed,address:r}),H(K,{count:`+${V(i.opened.totalCount)}`,words:e.edgesOpened,address:r}),H(K,{count:`−${V(i.closed.totalCount)}`,words:e.edgesClosed,address:r}),H(K,{count:`+${V(n.opened.totalCount)}`,words:e.nodesOpened,address:r}),H(K,{count:`−${V(n.closed.totalCount)}`,words:e.nodesClosed,address:r}),H(K,{count:V(a.totalCount),words:e.permissionsChanged,address:r}),H(K,{count:V(s.totalCount),words:e.reachChanged,address:r})]}),s.nodes.length>0&&H(U,{caption:e.who,rows:s.nodes,rowKey:({id:e})=>e,columns:[{key:`who`,title:e.who,cell:({id:e,name:n})=>H(W,{id:e,name:n,href:P(`changes`,{from:t,of:e})})},{key:`gained`,title:e.gained,cell:({gained:e})=>`+${V(e)}`,align:`end`,sort:({gained:e})=>e},{key:`lost`,title:e.lost,cell:({lost:e})=>`−${V(e)}`,align:`end`,sort:({lost:e})=>e},{key:`score`,title:e.score,align:`end`,wide:!0,cell:({scoreBefore:e,scoreAfter:t})=>`${$n(e)} → ${$n(t)}`,sort:({scoreBefore:e,scoreAfter:t})=>t-e}]})]})})}var ri=e=>e.map(({value:e})=>e).join(` · `);function ii({value:e,address:t}){return e.includes(`:`)?H(W,{id:e,href:t}):H(`a`,{href:t,children:e.replace(/^~/,``)})}function ai({row:e}){let t=Zn(e.spent,e.budget),n=Zn(e.expected,e.budget);if(t===null)return H(`span`,{class:`muted`,children:B.home.noBudget});let r=Math.max(1,t,n??0);return H(`svg`,{class:`budget-bar`,viewBox:`0 0 100 10`,width:100,height:`10`,role:`img`,"aria-label":`${qn(e.spent)} / ${qn(e.budget)}`,children:[H(`rect`,{x:`0`,y:`3`,width:100,height:`4`,class:`bar-ground`}),n!==null&&H(`rect`,{x:`0`,y:`3`,width:n/r*100,height:`4`,class:`bar-expected`}),H(`rect`,{x:`0`,y:`3`,width:t/r*100,height:`4`,class:`bar-spent`}),H(`rect`,{x:Math.min(98.5,1/r*100-.75),y:`0`,width:`1.5`,height:`10`,class:`bar-budget`})]})}var oi=e=>e==null?B.home.cannotSay:e?B.home.over:B.home.within;function si(){let e=B.home,t=R(Fn,{input:{by:[`team`],asOf:N.value??null}},e=>L(e.forecast)),n=P(`cost`,{by:`team`});return H(G,{title:e.spend,lead:e.spendLead,answer:t,class:`span-2`,exportName:`forecast`,children:({total:t,rows:r})=>H(S,{children:[H(`div`,{class:`figures`,children:[H(K,{count:qn(t.spent),words:e.spent,address:n,strong:!0}),H(K,{count:qn(t.expected),words:e.expected,address:P(`cost`,{by:`team`,forecast:!0})})]}),H(U,{caption:e.spend,rows:r.nodes,total:r.totalCount,rowKey:({key:e})=>ri(e),columns:[{key:`team`,title:e.team,cell:({key:e})=>H(ii,{value:e[0].value,address:P(`cost`,{by:`team`,filter:`team=${e[0].value}`})})},{key:`spent`,wide:!0,title:e.spentTitle,cell:({spent:e})=>qn(e),align:`end`,sort:({spent:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>qn(e),align:`end`,sort:({expected:e})=>e?Number(e.amount):null},{key:`budget`,title:e.budget,cell:e=>H(ai,{row:e}),wide:!0},{key:`over`,title:e.status,cell:({over:e,budget:t})=>t?H(`span`,{class:e?`tag tag-bad`:`muted`,children:oi(e)}):null,sort:({over:e})=>e===!0?0:e===!1?1:2}]})]})})}function ci(){let e=B.home,t=R(Pn,{input:{kinds:[`Account`],where:[{property:`shadow`,values:[`true`]}],sort:`data_sources`,asOf:N.value??null}},e=>L(e.inventory));return H(G,{title:e.shadow,lead:e.shadowLead,answer:t,exportName:`shadow-accounts`,children:({total:t,rows:n})=>H(S,{children:[H(`div`,{class:`figures`,children:H(K,{count:V(t),words:e.shadow,address:P(`orphaned`,{list:`shadow`}),strong:t>0})}),H(U,{caption:e.shadow,rows:n.nodes,total:t,rowKey:({id:e})=>e,columns:[{key:`account`,title:e.account,cell:({id:e,name:t})=>H(W,{id:e,name:t})},{key:`data`,title:e.dataSources,cell:({dataSources:e})=>V(e),align:`end`,sort:({dataSources:e})=>e},{key:`used`,title:e.lastUsed,cell:({lastUsed:e})=>H(`span`,{class:`nowrap`,children:nr(e)}),sort:({lastUsed:e})=>e}]})]})})}function li(){let e=B.home,t=ir(N.value),n=R(In,{input:{by:[`team`],from:or(ar(t,$r)),to:or(ar(t,1)),asOf:N.value??null}},e=>L(e.anomalies));return H(G,{title:e.anomalies,lead:e.anomaliesLead,answer:n,exportName:`anomalies`,children:({judged:t,rows:n})=>H(S,{children:[H(`div`,{class:`figures`,children:H(K,{count:V(n.totalCount),words:e.judged(V(t)),address:P(`cost`,{by:`team`,anomalies:!0}),strong:n.totalCount>0})}),n.nodes.length>0&&H(U,{caption:e.anomalies,rows:n.nodes,total:n.totalCount,rowKey:({day:e,key:t})=>`${e} ${ri(t)}`,columns:[{key:`day`,title:e.day,cell:({day:e})=>nr(e),sort:({day:e})=>e},{key:`team`,title:e.team,cell:({key:e,day:t})=>H(ii,{value:e[0].value,address:P(`cost`,{by:`team`,from:t,to:t})})},{key:`cost`,title:e.cost,cell:({cost:e})=>qn(e),align:`end`,sort:({cost:e})=>Number(e.amount)},{key:`expected`,title:e.expectedTitle,cell:({expected:e})=>qn(e),align:`end`,wide:!0,sort:({expected:e})=>Number(e.amount)}]})]})})}var ui={text:`{ status { sources { source lastRun state ageS promisedAgeS reasons { code detail } } } }`,variables:{}};function di(){let e=B.home,{value:t}=Gr,n=t?{state:`answered`,question:ui,data:Yr.value}:{state:`loading`,question:ui};return H(G,{title:e.sources,lead:e.sourcesLead,answer:n,children:t=>H(S,{children:[H(`div`,{class:`figures`,children:H(K,{count:V(t.length),words:e.late,address:P(`sources`),strong:t.length>0})}),H(U,{caption:e.sources,rows:t,rowKey:({source:e})=>e,empty:e.allOnTime,columns:[{key:`source`,title:e.source,cell:({source:e})=>H(`a`,{href:P(`sources`,{source:e}),children:e}),sort:({source:e})=>e},{key:`state`,title:e.state,cell:({state:e})=>e,sort:({state:e})=>e},{key:`age`,title:e.age,cell:({ageS:e})=>rr(e),align:`end`,sort:({ageS:e})=>e},{key:`promised`,title:e.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?B.unknown:rr(e),sort:({promisedAgeS:e})=>e}]})]})})}function fi(){let e=B.home,t=R(Ln,{input:{asOf:N.value??null}},e=>L(e.unresolved));return H(G,{title:e.looseEnds,lead:e.looseEndsLead,answer:t,exportName:`loose-ends`,children:({total:t,rows:n})=>H(S,{children:[H(`div`,{class:`figures`,children:H(K,{count:V(t),words:e.looseEnds,address:P(`unresolved`)})}),H(U,{caption:e.looseEnds,rows:n.nodes,total:t,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,columns:[{key:`what`,title:e.what,cell:({id:e,name:t})=>e.includes(`/`)?H(W,{id:e,name:t,href:P(`unresolved`)}):t},{key:`why`,title:e.why,cell:({why:e})=>H(`span`,{class:`small`,children:e})}]})]})})}var pi=100,mi=7,hi=[1,7,30,90],q=B.changes;function gi(e,t){return[...e.map(e=>({...e,isOpened:!0})),...t.map(e=>({...e,isOpened:!1}))]}var _i=({isOpened:e})=>H(`span`,{class:`side ${e?`side-opened`:`side-closed`}`,children:[H(`span`,{"aria-hidden":`true`,children:e?`+`:`−`}),` `,e?q.opened:q.closed]}),vi={key:`change`,title:q.change,cell:({isOpened:e})=>H(_i,{isOpened:e}),sort:({isOpened:e})=>Number(!e)},yi=[{key:`claimedBy`,title:q.claimedBy,cell:({claimedBy:e})=>e??B.unknown,sort:({claimedBy:e})=>e,wide:!0},{key:`run`,title:q.run,cell:({run:e})=>e??B.unknown,sort:({run:e})=>e,align:`end`,wide:!0},{key:`at`,title:q.at,cell:({at:e})=>tr(e),sort:({at:e})=>e,wide:!0}],bi=[vi,{key:`source`,title:q.source,cell:({source:e})=>H(W,{id:e}),sort:({source:e})=>e},{key:`kind`,title:q.kind,cell:({kind:e})=>H(`code`,{children:e}),sort:({kind:e})=>e,wide:!0},{key:`target`,title:q.target,cell:({target:e})=>H(W,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>e&&H(Or,{permission:e}),wide:!0},...yi],xi=[vi,{key:`root`,title:q.root,cell:({root:e})=>H(W,{id:e,href:P(`orphaned`,{root:e})}),sort:({root:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>H(W,{id:e}),sort:({target:e})=>e},{key:`permission`,title:q.permission,cell:({permission:e})=>H(Or,{permission:e}),wide:!0},{key:`hops`,title:q.hops,cell:({hops:e})=>V(e),sort:({hops:e})=>e,align:`end`,wide:!0},{key:`reasons`,title:q.reasons,cell:({reasons:e})=>H(`span`,{class:`small`,children:e.join(`, `)}),wide:!0}];function Si({title:e,total:t,children:n}){return H(`section`,{class:`part`,children:[H(`h3`,{children:[e,` `,H(`span`,{class:`muted`,children:V(t)})]}),n]})}function Ci(){let e=ir(N.value),t=I(`from`)??sr(ar(e,mi)),n=I(`of`),r=R(jn,{input:{from:t,asOf:N.value??null,of:n??null},first:pi},e=>L(e.changes));return H(S,{children:[H(`h1`,{children:q.title}),H(`p`,{class:`lead`,children:q.lead}),H(`div`,{class:`search-form`,role:`group`,"aria-label":q.from,children:[hi.map(n=>{let r=sr(ar(e,n));return H(`button`,{type:`button`,"aria-pressed":r===t,onClick:()=>F({from:r}),children:q.days(n)},n)}),n&&H(S,{children:[H(W,{id:n}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>F({of:void 0}),children:q.clearOf})]})]}),H(G,{title:r.data?`${tr(r.data.from)} → ${tr(r.data.to)}`:q.title,answer:r,exportName:`changes`,candidateHref:e=>P(`changes`,{from:t,of:e}),exportTable:({edges:e})=>({columns:[`change`,`source`,`kind`,`target`,`permission`,`claimed_by`,`run`,`at`],rows:gi(e.opened.nodes,e.closed.nodes).map(e=>[e.isOpened?`opened`:`closed`,e.source,e.kind,e.target,e.permission,e.claimedBy,e.run,e.at])}),summary:({edges:e})=>q.summary(V(e.opened.totalCount),V(e.closed.totalCount)),children:e=>H(wi,{data:e,from:t})})]})}function wi({data:e,from:t}){let{edges:n,permissions:r,properties:i,orphanedPaths:a,reach:o}=e,s=a.opened.totalCount+a.closed.totalCount,c=n.opened.totalCount+n.closed.totalCount;return H(S,{children:[H(Si,{title:q.orphaned,total:s,children:H(U,{caption:q.orphaned,columns:xi,rows:gi(a.opened.nodes,a.closed.nodes),rowKey:({isOpened:e,root:t,target:n})=>`${e} ${t} ${n}`,total:s,empty:q.nothing})}),H(Si,{title:q.reach,total:o.totalCount,children:H(U,{caption:q.reach,rows:o.nodes,rowKey:({id:e})=>e,total:o.totalCount,empty:q.nothing,columns:[{key:`who`,title:q.root,cell:({id:e,name:n})=>H(W,{id:e,name:n,href:P(`changes`,{from:t,of:e})}),sort:({name:e})=>e.toLowerCase()},{key:`gained`,title:B.home.gained,cell:({gained:e})=>`+${V(e)}`,sort:({gained:e})=>e,align:`end`},{key:`lost`,title:B.home.lost,cell:({lost:e})=>`−${V(e)}`,sort:({lost:e})=>e,align:`end`},{key:`score`,title:B.home.score,cell:({scoreBefore:e,scoreAfter:t})=>`${$n(e)} → ${$n(t)}`,sort:({scoreAfter:e,scoreBefore:t})=>e-t,align:`end`,wide:!0}]})}),H(Si,{title:q.edges,total:c,children:H(U,{caption:q.edges,columns:bi,rows:gi(n.opened.nodes,n.closed.nodes),rowKey:({isOpened:e,source:t,kind:n,target:r,claimedBy:i,at:a})=>`${e} ${t} ${n} ${r} ${i} ${a}`,total:c,empty:q.nothing})}),H(Si,{title:q.permissions,total:r.totalCount,children:H(U,{caption:q.permissions,rows:r.nodes,rowKey:({source:e,kind:t,target:n,at:r})=>`${e} ${t} ${n} ${r}`,total:r.totalCount,empty:q.nothing,columns:[{key:`source`,title:q.source,cell:({source:e})=>H(W,{id:e}),sort:({source:e})=>e},{key:`target`,title:q.target,cell:({target:e})=>H(W,{id:e}),sort:({target:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>H(Or,{permission:e})},{key:`after`,title:q.after,cell:({after:e})=>H(Or,{permission:e})},...yi]})}),H(Si,{title:q.properties,total:i.totalCount,children:H(U,{caption:q.properties,rows:i.nodes,rowKey:({id:e,property:t,at:n})=>`${e} ${t} ${n}`,total:i.totalCount,empty:q.nothing,columns:[{key:`id`,title:q.of,cell:({id:e})=>H(W,{id:e}),sort:({id:e})=>e},{key:`property`,title:q.property,cell:({property:e})=>e,sort:({property:e})=>e},{key:`before`,title:q.before,cell:({before:e})=>e??B.unknown},{key:`after`,title:q.after,cell:({after:e})=>e??B.unknown},...yi]})})]})}var Ti=B.query,Ei=/^query (\w+)/,Di=Object.values(vn).filter(e=>e instanceof z).map(e=>e.toString().trim()).filter(e=>Ei.test(e)).map(e=>({name:Ei.exec(e)[1],document:e})).sort((e,t)=>e.name<t.name?-1:1);function Oi(){return H(S,{children:[H(`h1`,{children:Ti.title}),H(`p`,{class:`lead`,children:Ti.lead}),H(`p`,{class:`search-form`,children:[H(`a`,{href:`graphiql`,children:Ti.graphiql}),H(`a`,{href:`schema.graphql`,children:Ti.schema})]}),H(`section`,{class:`panel`,"aria-label":Ti.documents,children:[H(`header`,{class:`panel-head`,children:H(`h2`,{children:Ti.documents})}),Di.map(({name:e,document:t})=>H(`details`,{class:`document`,children:[H(`summary`,{children:e}),H(`div`,{class:`query-box`,children:H(`pre`,{tabIndex:0,"aria-label":e,children:t})})]},e))]})]})}function ki({edges:e,onClose:t}){let n=D(null);return E(()=>{let e=document.activeElement;return n.current?.focus(),()=>e?.focus()},[]),H(`aside`,{class:`evidence`,"aria-label":B.parts.evidence,tabIndex:-1,ref:n,onKeyDown:e=>{e.key===`Escape`&&(e.stopPropagation(),t())},children:[H(`header`,{class:`panel-head`,children:[H(`h2`,{children:B.parts.evidence}),H(`button`,{type:`button`,class:`quiet`,onClick:t,children:B.parts.close})]}),H(`ol`,{class:`evidence-list`,children:e.map(e=>H(`li`,{children:[H(`p`,{class:`evidence-edge`,children:[H(W,{id:e.source,name:e.sourceName}),H(`code`,{children:e.kind}),H(W,{id:e.target,name:e.targetName})]}),H(`dl`,{class:`facts`,children:[e.permission&&H(S,{children:[H(`dt`,{children:B.parts.permission}),H(`dd`,{children:H(Or,{permission:e.permission})})]}),H(`dt`,{children:B.parts.claimedBy}),H(`dd`,{children:e.claimedBy}),H(`dt`,{children:B.parts.since}),H(`dd`,{children:tr(e.since)}),e.lastUsed!==void 0&&H(S,{children:[H(`dt`,{children:B.parts.lastUsed}),H(`dd`,{children:nr(e.lastUsed)})]}),H(`dt`,{children:B.parts.statement}),H(`dd`,{children:e.evidence?H(`code`,{class:`statement`,children:e.evidence}):B.parts.noStatement})]})]},`${e.source} ${e.kind} ${e.target}`))})]})}var Ai={person:[`Identity`],identity:[`Identity`],service:[`Identity`],group:[`Group`],team:[`Group`],role:[`Group`],account:[`Account`],user:[`Account`,`Identity`],key:[`Credential`],credential:[`Credential`],token:[`Credential`],app:[`Application`],application:[`Application`],model:[`Model`],server:[`McpServer`],mcp:[`McpServer`,`McpTool`],mcpserver:[`McpServer`],tool:[`McpTool`],mcptool:[`McpTool`],data:[`DataSource`],datasource:[`DataSource`],table:[`DataSource`],repo:[`DataSource`],bucket:[`DataSource`]};function ji(e,t,n){let r=/^([a-z]+):\s*(?!.*\/)(\S.*)$/i.exec(e.trim()),i=r&&Ai[r[1].toLowerCase()],a=n?.length?n:i;return{text:i?r[2]:e.trim(),asOf:t??null,kinds:a?[...a]:null}}var Mi=8,Ni=120;function Pi({label:e,onChoose:t,autoFocus:n=!1}){let r=Je(),[i,a]=T(``),[o,s]=T(``),[c,l]=T(0),[u,d]=T(!1);E(()=>{let e=setTimeout(()=>s(i.trim()),Ni);return()=>clearTimeout(e)},[i]);let f=R(Hn,o?{input:ji(o,N.value),first:Mi}:null,e=>L(e.search)),p=o&&f.data?f.data.nodes.nodes:[];E(()=>l(0),[o]);let m=e=>{let n=p[e];n&&(t(n.id),a(``),s(``),d(!1))},h=e=>{if(e.key===`ArrowDown`||e.key===`ArrowUp`){let t=e.key===`ArrowDown`?1:-1;l(e=>Math.max(0,Math.min(p.length-1,e+t))),d(!0)}else if(e.key===`Enter`&&o===i.trim())m(c);else return;e.preventDefault()},g=u&&o!==``;return H(`div`,{class:`search node-field`,children:[H(`input`,{type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":e,"aria-expanded":g,"aria-controls":r,"aria-autocomplete":`list`,"aria-activedescendant":g&&p.length>0?`${r}-${c}`:void 0,placeholder:`${e}: ${B.field.hint.toLowerCase()}`,value:i,autofocus:n,onInput:e=>{a(e.currentTarget.value),d(!0)},onBlur:()=>d(!1),onKeyDown:h}),H(`div`,{class:`suggestions`,hidden:!g,children:[H(`ul`,{role:`listbox`,id:r,"aria-label":B.field.suggestions,children:p.map((e,t)=>H(`li`,{id:`${r}-${t}`,role:`option`,"aria-selected":t===c,onMouseDown:e=>{e.preventDefault(),m(t)},children:H(W,{id:e.id,name:e.name,plain:!0})},e.id))}),f.state===`answered`&&p.length===0&&H(`p`,{class:`suggestions-foot`,children:B.field.noMatch})]})]})}function Fi(e,t){return e<t?-1:+(e>t)}function Ii(e){return`${e.source}\t${e.kind}\t${e.target}`}function Li(e){let t=e.indexOf(`:`);return t>0?e.slice(0,t):`Unknown`}function Ri(e){return e.slice(e.indexOf(`:`)+1)}var zi=[`NO`,`UNKNOWN`,`INDIRECT`,`YES`];function Bi(e,t){return e===null||t===null?e??t:zi.indexOf(e)>=zi.indexOf(t)?e:t}var Vi=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],Hi=[`public`,`internal`,`unknown`,`confidential`,`restricted`];function Ui(e,t,n){return t===null||n===null?t??n:e.indexOf(t)>=e.indexOf(n)?t:n}var Wi=class{nodes=new Map;edges=new Map;routes=new Map;setNode(e){this.nodes.set(e.id,e)}addNamed(e,t,n,r){let i=this.nodes.get(e);i===void 0?this.setNode(Ki(e,t,n,`between`)):i.role===`between`&&r(i.hop,n)!==i.hop&&this.setNode({...i,hop:r(i.hop,n)})}renameStart(e,t){let n=this.nodes.get(e);n?.role===`start`&&n.name===Ri(e)&&this.setNode({...n,name:t})}addEdge(e,t){let n=Ii(e),r=this.edges.get(n);return this.edges.set(n,{key:n,source:e.source,target:e.target,kind:e.kind,permission:Ui(Vi,r?.permission??null,e.permission??null),exercised:Bi(r?.exercised??null,t),evidence:Gi(r?.evidence??[],e)}),n}setRoute(e,t){this.routes.set(e,t)}graph(){return{nodes:[...this.nodes.values()].sort((e,t)=>Fi(e.id,t.id)),edges:[...this.edges.values()].sort((e,t)=>Fi(e.key,t.key)),routes:this.routes}}};function Gi(e,t){return e.some(e=>e.claimedBy===t.claimedBy&&e.permission===t.permission)?e:[...e,t].sort((e,t)=>Fi(e.claimedBy,t.claimedBy)||Fi(e.permission??``,t.permission??``))}function Ki(e,t,n,r){return{id:e,kind:Li(e),name:t||Ri(e),hop:n,role:r,permission:null,permissionKnown:!0,sensitivity:null,exercised:null,lastUsed:null,members:[]}}function qi(e,t,n){let r=new Wi,i=n===`in`?Math.max(0,...t.map(e=>e.hops)):0,a=e=>n===`in`?i-e:e;for(let t of e)r.setNode(Ki(t,Ri(t),a(0),`start`));let o=new Set(e);for(let e of t)o.has(e.id)||r.setNode(Ji(e,a(e.hops)));for(let e of t){let t=e.exercised,i=e.witness.map((i,o)=>{let s=n===`in`?e.witness.length-o:o,c=n===`in`?-1:1;return r.addNamed(i.source,i.sourceName,a(s),n===`in`?Math.max:Math.min),r.addNamed(i.target,i.targetName,a(s+c),n===`in`?Math.max:Math.min),r.renameStart(i.source,i.sourceName),r.renameStart(i.target,i.targetName),r.addEdge(i,t)});r.setRoute(e.id,i)}return r.graph()}function Ji(e,t){return{...Ki(e.id,e.name,t,`reached`),kind:e.kind,permission:e.permission??null,permissionKnown:e.permissionKnown,sensitivity:e.sensitivity??null,exercised:e.exercised,lastUsed:e.lastUsed??null}}function Yi(e,t,n){let r=new Wi,i=Math.max(1,...n.map(e=>e.edges.length));return r.setNode(Ki(e,Ri(e),0,`start`)),t!==e&&r.setNode(Ki(t,Ri(t),i,`start`)),n.forEach((e,t)=>{let n=e.edges.map((e,t)=>(r.addNamed(e.source,e.sourceName,t,Math.max),r.addNamed(e.target,e.targetName,t+1,Math.max),r.renameStart(e.source,e.sourceName),r.renameStart(e.target,e.targetName),r.addEdge(e,null)));r.setRoute(String(t),n)}),r.graph()}function Xi(e,t,n){let r=e.get(t);r===void 0?e.set(t,[n]):r.push(n)}function Zi(e,t){if(t.size===0)return e;let n=new Map;for(let r of e.edges)t.has(r.source)||t.has(r.target)||(Xi(n,r.source,r.target),Xi(n,r.target,r.source));let r=e.nodes.filter(e=>e.role===`start`&&!t.has(e.id)).map(e=>e.id),i=new Set(r);for(let e=r.pop();e!==void 0;e=r.pop())for(let t of n.get(e)??[])i.has(t)||(i.add(t),r.push(t));return{nodes:e.nodes.filter(e=>i.has(e.id)),edges:e.edges.filter(e=>i.has(e.source)&&i.has(e.target)),routes:e.routes}}var Qi=`http://www.w3.org/2000/svg`,$i=24,ea=16,ta=2,na=16e3;function ra(e,t){let n=e.querySelector(`.picture-world`);if(n===null)throw Error(`the picture holds nothing`);let r=n.getBBox(),[i,a]=[r.width+48,r.height+48+t.length*ea],o=e.cloneNode(!1);for(let e of[`role`,`aria-roledescription`])o.removeAttribute(e);o.setAttribute(`xmlns`,Qi),o.setAttribute(`class`,`picture`),o.setAttribute(`viewBox`,[r.x-$i,r.y-$i,i,a].map(Math.round).join(` `)),o.setAttribute(`width`,String(Math.round(i))),o.setAttribute(`height`,String(Math.round(a))),o.append(oa(`style`,aa()),oa(`metadata`,t.join(`
`)),sa(r,i,a));let s=n.cloneNode(!0);s.removeAttribute(`transform`);for(let e of s.querySelectorAll(`.is-selected, .is-near`))e.classList.remove(`is-selected`,`is-near`);for(let e of s.querySelectorAll(`.edge-area`))e.remove();for(let e of s.querySelectorAll(`[tabindex]`))e.removeAttribute(`tabindex`);return o.append(s,...t.map((e,t)=>ca(e,r.x,r.y+r.height+$i+(t+.5)*ea))),new XMLSerializer().serializeToString(o)}async function ia(e){let t=new Image;t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(e)}`,await t.decode();let n=Math.min(ta,na/Math.max(t.naturalWidth,t.naturalHeight)),r=document.createElement(`canvas`);return r.width=Math.round(t.naturalWidth*n),r.height=Math.round(t.naturalHeight*n),r.getContext(`2d`)?.drawImage(t,0,0,r.width,r.height),new Promise((e,t)=>{r.toBlob(n=>n?e(n):t(Error(`the canvas is too large`)),`image/png`)})}function aa(){let e=[...document.styleSheets].flatMap(e=>[...e.cssRules]).filter(e=>e instanceof CSSStyleRule&&/^\.(picture|edge|node|sensitivity|has-labels)/.test(e.selectorText)).map(e=>e.cssText).join(`
`),t=getComputedStyle(document.documentElement);return`:root{${[...new Set(e.match(/--[\w-]+/g)??[])].filter(e=>t.getPropertyValue(e)!==``).sort().map(e=>`${e}:${t.getPropertyValue(e).trim()}`).join(`;`)}}\n${e}`}function oa(e,t){let n=document.createElementNS(Qi,e);return n.textContent=t,n}function sa(e,t,n){let r=oa(`rect`,``),i={x:e.x-$i,y:e.y-$i,width:t,height:n,fill:`var(--picture-ground)`};for(let[e,t]of Object.entries(i))r.setAttribute(e,String(t));return r}function ca(e,t,n){let r=oa(`text`,e);for(let[e,i]of Object.entries({x:t,y:n,"font-size":11,fill:`var(--picture-soft)`}))r.setAttribute(e,String(i));return r}var la=`fold:`;function ua(e,t){let n=da(e,t.above??12),r=new Map,i=[];for(let e of n){let n=e[0];if(n===void 0||t.expanded.has(n.id))continue;let a=e.filter(e=>!t.separate.has(e.id));if(a.length<2)continue;let o=fa(n.id,a);i.push(o);for(let e of a)r.set(e.id,o.id)}if(i.length===0)return e;let a=ma(e.edges,r),o=new Map(e.edges.map(e=>[e.key,pa(e,r)]));return{nodes:[...e.nodes.filter(e=>!r.has(e.id)),...i].sort((e,t)=>Fi(e.id,t.id)),edges:a,routes:new Map([...e.routes].map(([e,t])=>[e,t.map(e=>o.get(e)??e)]))}}function da(e,t){let n=new Map,r=(e,t)=>{let r=n.get(e);r===void 0?n.set(e,[t]):r.push(t)};for(let t of e.edges)r(t.source,`out\t${t.kind}\t${t.target}`),r(t.target,`in\t${t.kind}\t${t.source}`);let i=new Map;for(let t of e.nodes){let e=n.get(t.id);if(t.role===`start`||e===void 0)continue;let r=[t.kind,String(t.hop),...e.sort(Fi)].join(`
`),a=i.get(r);a===void 0?i.set(r,[t]):a.push(t)}return[...i.values()].filter(e=>e.length>t).map(e=>e.sort((e,t)=>Fi(e.id,t.id)))}function fa(e,t){let n=t[0];return t.reduce((e,t)=>({...e,permission:Ui(Vi,e.permission,t.permission),permissionKnown:e.permissionKnown&&t.permissionKnown,sensitivity:Ui(Hi,e.sensitivity,t.sensitivity),exercised:Bi(e.exercised,t.exercised),lastUsed:(e.lastUsed??``)>=(t.lastUsed??``)?e.lastUsed:t.lastUsed}),{...n,id:la+e,name:``,role:`fold`,members:t.map(e=>e.id)})}function pa(e,t){return Ii({source:t.get(e.source)??e.source,kind:e.kind,target:t.get(e.target)??e.target})}function ma(e,t){let n=new Map;for(let r of e){let e=pa(r,t),i=n.get(e);i===void 0?n.set(e,{...r,key:e,source:t.get(r.source)??r.source,target:t.get(r.target)??r.target,evidence:[...r.evidence]}):(i.evidence.push(...r.evidence),n.set(e,{...i,permission:Ui(Vi,i.permission,r.permission),exercised:Bi(i.exercised,r.exercised)}))}return[...n.values()].sort((e,t)=>Fi(e.key,t.key))}var ha={DISCOVER:1,READ:2,WRITE:3,ADMIN:4},ga={public:`M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z`,internal:`M2.5 2.5h7v7h-7Z`,unknown:`M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.3a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z`,confidential:`M6 .8 11.2 6 6 11.2.8 6Z`,restricted:`M6 .6 11.7 11H.3Z`},_a=52,va=76,ya=16,ba=8,xa=4,Sa=60,Ca=400;function wa(e){return`${e.source}\t${e.target}`}var Ta=`\0`;function Ea(e,t){let n=new Map(e.map(e=>[e.id,e.hop])),r=[...new Set(n.values())].sort((e,t)=>e-t),i=new Map,a=[],o=new Map;for(let e of t){let[t,s]=[n.get(e.source),n.get(e.target)],c=wa(e);if(t===void 0||s===void 0||i.has(c))continue;let l=r.filter(e=>e>t&&e<s),u=l.map(e=>`${Ta}${c}\t${e}`);i.set(c,u),u.forEach((e,t)=>a.push({id:e,hop:l[t]??0}));let d=[e.source,...u,e.target];d.slice(1).forEach((e,t)=>{let n={source:d[t]??``,target:e};o.set(wa(n),n)})}return a.length>Ca?{nodes:e,edges:t,bendsOf:new Map}:{nodes:[...e,...a],edges:[...o.values()],bendsOf:i}}function Da(e,t,n={}){let r=Ea(e,t),i=Oa(r.nodes,r.edges),a=new Float64Array(i.ids.length),o=i.columns.map(e=>Aa(e,a));for(let e=0;e<ba;e+=1){let t=e%2==0,n=t?o.keys():[...o.keys()].reverse();for(let e of n)o=o.with(e,Ma(o[e]??[],t?i.before:i.after,a))}return Pa(i,o,n.pinned??new Map,r.bendsOf)}function Oa(e,t){let n=[...e].sort((e,t)=>Fi(e.id,t.id)),r=n.map(e=>e.id),i=new Map(r.map((e,t)=>[e,t])),a=[...new Set(n.map(e=>e.hop))].sort((e,t)=>e-t),o=new Map(a.map((e,t)=>[e,t])),s=a.map(()=>[]);n.forEach((e,t)=>s[o.get(e.hop)??0]?.push(t));let c=r.map(()=>new Set),l=r.map(()=>new Set);for(let e of t){let t=i.get(e.source),r=i.get(e.target);if(t===void 0||r===void 0)continue;let a=(n[r]?.hop??0)-(n[t]?.hop??0);if(a===0)continue;let[o,s]=a>0?[t,r]:[r,t];l[o]?.add(s),c[s]?.add(o)}let u=e=>e.map(e=>[...e].sort((e,t)=>e-t));return{ids:r,columns:s,hops:a,before:u(c),after:u(l)}}function ka(e,t){e.forEach((n,r)=>{t[n]=(r+.5)/e.length})}function Aa(e,t){return ka(e,t),e}function ja(e,t){let n=0;for(let r of e)n+=t[r]??0;return n/e.length}function Ma(e,t,n){let r=new Map;for(let i of e){let e=t[i]??[];r.set(i,e.length>0?ja(e,n):n[i]??0)}let i=[...e].sort((e,t)=>(r.get(e)??0)-(r.get(t)??0)||(n[e]??0)-(n[t]??0)||e-t);return ka(i,n),i}function Na(e){return Math.max(Sa,Math.ceil(Math.sqrt(e*3)))}function Pa(e,t,n,r){let i=Na(e.ids.length),a=new Float64Array(e.ids.length),o=new Float64Array(e.ids.length),s=[],c=0;t.forEach((t,n)=>{let r=Math.ceil(t.length/i),l=Math.ceil(t.length/r);t.forEach((e,t)=>{a[e]=c+94+t%r*204,o[e]=(Math.floor(t/r)-(l-1)/2)*_a});let u=r*204-ya;s.push({hop:e.hops[n]??0,x:c,width:u,size:t.filter(t=>!e.ids[t]?.startsWith(Ta)).length}),c+=u+va}),Fa(e,t.map(e=>e.length>i?[]:e),o);let l=new Map,u=[...n].filter(([t])=>e.ids.includes(t)).map(([,e])=>e);t.forEach(t=>{let r=t.filter(t=>!n.has(e.ids[t]??``));for(let[t,n]of La(r,a,o,u))l.set(e.ids[t]??``,n)});for(let t of e.ids){let e=n.get(t);e!==void 0&&l.set(t,e)}let d=new Map;for(let[e,t]of r){t.length>0&&d.set(e,t.map(e=>l.get(e)??{x:0,y:0}));for(let e of t)l.delete(e)}return{positions:l,bands:s,bends:d,bounds:Ra(l)}}function Fa(e,t,n){for(let r=0;r<xa;r+=1){let i=r%2==1,a=i?e.before:e.after;for(let e of i?t:[...t].reverse())Ia(e.map(e=>{let t=a[e]??[];return t.length>0?ja(t,n):n[e]??0})).forEach((t,r)=>{n[e[r]??0]=t})}for(let e of t)for(let t of e)n[t]=Math.round(n[t]??0)}function Ia(e){let t=[];return e.forEach((e,n)=>{let r={sum:e-n*_a,size:1};for(let e=t.at(-1);e&&e.sum/e.size>=r.sum/r.size;e=t.at(-1))t.pop(),r={sum:e.sum+r.sum,size:e.size+r.size};t.push(r)}),t.flatMap(e=>Array.from({length:e.size},()=>e.sum/e.size)).map((e,t)=>e+t*_a)}function La(e,t,n,r){let i=new Map;return e.map(e=>{let a=Math.round(t[e]??0),o=r.filter(e=>Math.abs(e.x-a)<204).sort((e,t)=>e.y-t.y),s=Math.max(Math.round(n[e]??0),i.get(a)??-1/0);for(let e of o)Math.abs(e.y-s)<_a&&(s=Math.ceil(e.y+_a));return i.set(a,s+_a),[e,{x:a,y:s}]})}function Ra(e){let[t,n,r,i]=[0,0,0,0];for(let a of e.values())t=Math.min(t,a.x-94),r=Math.max(r,a.x+94),n=Math.min(n,a.y-20),i=Math.max(i,a.y+20);return{left:t,top:n,right:r,bottom:i}}var za=18.5,Ba=15.5,Va=24,Ha=16,Ua=250,Wa=e=>`translate(${e.x-94} ${e.y-20})`,Ga=/[ijlrtfI.,:;'|!()[\]/ -]/,Ka=/[A-HJ-Zmw@%…]/,qa=e=>e.reduce((e,t)=>e+(Ga.test(t)?.62:Ka.test(t)?1.3:1),0);function Ja(e,t){let n=[...e];if(qa(n)<=t)return e;let[r,i]=[n.length,0];for(let e=n.length-1;e>1&&(i=Math.floor(e*.42),r=e-i,!(qa([...n.slice(0,r),`…`,...n.slice(-i||n.length)])<=t));--e);return`${n.slice(0,r).join(``)}…${i>0?n.slice(-i).join(``):``}`}function Ya({layout:e,words:t}){let n=e.bounds.top-26;return H(`g`,{class:`picture-headings`,"aria-hidden":`true`,children:e.bands.map(e=>H(`g`,{children:[H(`text`,{x:e.x,y:n,children:t.hop(e.hop,e.size)}),H(`path`,{d:`M${e.x} ${n+8}h${e.width}`})]},e.hop))})}function Xa({graph:e,layout:t,words:n}){let r=new Map(e.nodes.map(e=>[e.id,e])),i=e.edges.length>Ua;return H(`g`,{class:e.edges.length<=Ha?`picture-edges has-labels`:`picture-edges`,children:e.edges.map(e=>{let[a,o]=[t.positions.get(e.source),t.positions.get(e.target)],[s,c]=[r.get(e.source),r.get(e.target)];if(!a||!o||!s||!c)return null;let l=Za(a,o,t.bends.get(wa(e))??[]);return H(`g`,{class:`edge use-${(e.kind===`USED`?`YES`:e.exercised??`UNKNOWN`).toLowerCase()} permission-${(e.permission??`none`).toLowerCase()}`,"data-edge":e.key,"data-source":e.source,"data-target":e.target,role:`img`,"aria-label":n.describeEdge(e,s,c),children:[!i&&H(`path`,{class:`edge-area`,d:l.path}),H(`path`,{class:`edge-line`,d:l.path}),!i&&H(`path`,{class:`edge-head`,d:l.head}),!i&&H(`text`,{class:`edge-name`,x:l.middle.x,y:l.middle.y-4,children:n.edge(e.kind)})]},e.key)})})}function Za(e,t,n){let r={x:e.x+94,y:e.y};if(t.x-e.x>188){let e={x:t.x-94,y:t.y},i=[...n.flatMap(({x:e,y:t})=>[{x:e-94,y:t},{x:e+94,y:t}]),{x:e.x-6,y:e.y}],[a,o]=[`M${r.x} ${r.y}`,r];i.forEach((e,t)=>{let n=Math.min(120,(e.x-o.x)/2);a+=t%2==1?`H${e.x}`:`C${o.x+n} ${o.y} ${e.x-n} ${e.y} ${e.x} ${e.y}`,o=e});let s=i[0]??e;return{path:a,head:`M${e.x-8} ${e.y-4}L${e.x} ${e.y}L${e.x-8} ${e.y+4}Z`,middle:{x:(r.x+s.x)/2,y:(r.y+s.y)/2}}}let i={x:t.x+94,y:t.y},a=Math.max(r.x,i.x)+46;return{path:`M${r.x} ${r.y}C${a} ${r.y} ${a} ${i.y} ${i.x+6} ${i.y}`,head:`M${i.x+8} ${i.y-4}L${i.x} ${i.y}L${i.x+8} ${i.y+4}Z`,middle:{x:a-12,y:(r.y+i.y)/2}}}function Qa({graph:e,layout:t,words:n,pinned:r}){let i=e.nodes.length>Ua;return H(`g`,{class:`picture-nodes`,children:e.nodes.map(e=>{let a=t.positions.get(e.id);return a&&H(to,{node:e,point:a,words:n,isPlain:i,isPinned:r.has(e.id)},e.id)})})}var $a=`M9 0H34V40H9A9 9 0 0 1 0 31V9A9 9 0 0 1 9 0Z`,eo=[0,1,2,3].map(e=>`M${166+e*4} ${32-e*3}h3v${3+e*3}h-3Z`);function to({node:e,point:t,words:n,isPlain:r,isPinned:i}){let a=n.describeNode(e),o=e.permission===null?0:ha[e.permission]??0,s=e.sensitivity===null?void 0:ga[e.sensitivity],c=n.title(e).replace(/^https?:\/\//,``);return H(`g`,{class:`node kind-${e.kind.toLowerCase()} role-${e.role} permission-${(e.permission??`none`).toLowerCase()}`,"data-node":e.id,"data-role":e.role,role:`button`,tabindex:-1,"aria-label":a,transform:Wa(t),children:[!r&&H(`title`,{children:a}),e.role===`fold`&&H(`rect`,{class:`node-behind`,x:5,y:5,width:188,height:40,rx:9}),H(`rect`,{class:`node-card`,width:188,height:40,rx:9}),H(`path`,{class:`node-side`,d:$a}),H(`path`,{class:`node-glyph`,transform:`translate(8 11)`,d:wr(e.kind)}),H(`text`,{class:`node-name`,x:42,y:17,children:Ja(c,s===void 0?za:Ba)}),H(`text`,{class:`node-words`,x:42,y:31,children:Ja(n.subtitle(e),Va)}),o>0&&H(`path`,{class:`node-bars`,d:eo.slice(o).join(``)}),o>0&&H(`path`,{class:`node-bars is-full`,d:eo.slice(0,o).join(``)}),s!==void 0&&H(`path`,{class:`node-sensitivity is-${e.sensitivity}`,transform:`translate(170 3)`,d:s}),i&&H(`path`,{class:`node-pin`,transform:`translate(178 -7)`,d:`M0 0h12v3l-3 2v4h-2l-1 6-1-6H3V5L0 3Z`})]})}function no(e,t){let n=new Map;for(let t of e.edges)n.set(t.source,n.get(t.source)??[]),n.set(t.target,n.get(t.target)??[]),n.get(t.source)?.push(t.target),n.get(t.target)?.push(t.source);let r=new Map(e.nodes.map(e=>[e.id,e.hop])),i=new Map;for(let t of e.nodes)i.set(t.hop,[...i.get(t.hop)??[],t.id]);let a=e=>t.positions.get(e)??{x:0,y:0};for(let[e,t]of i)i.set(e,t.sort((e,t)=>a(e).x-a(t).x||a(e).y-a(t).y||Fi(e,t)));return(e,t)=>{if(t===`up`||t===`down`){let n=i.get(r.get(e)??0)??[];return n[n.indexOf(e)+(t===`down`?1:-1)]??null}let o=t===`right`?1:-1;return(n.get(e)??[]).filter(t=>o*(a(t).x-a(e).x)>0).sort((t,n)=>Math.abs(a(t).y-a(e).y)-Math.abs(a(n).y-a(e).y)||a(t).y-a(n).y||Fi(t,n))[0]??null}}var ro=.04,io=3,ao=28,oo=.55;function so(e,t){let[n,r]=[e.right-e.left,e.bottom-e.top],i={width:t.width-56,height:t.height-56},a=mo(Math.min(1.1,i.width/Math.max(1,n),i.height/Math.max(1,r)));return{scale:a,x:t.width/2-a*(e.left+e.right)/2,y:t.height/2-a*(e.top+e.bottom)/2}}function co(e,t,n,r){let i=so(e,t);if(i.scale>=.55||n===void 0)return i;let a=.7000000000000001;return{scale:a,x:(e.right-e.left)*a<=t.width-56?t.width/2-a*(e.left+e.right)/2:r?t.width-ao-e.right*a:ao-e.left*a,y:t.height/2-n.y*a}}function lo(e,t,n){let r=mo(e.scale*t),i=r/e.scale;return{scale:r,x:n.x-(n.x-e.x)*i,y:n.y-(n.y-e.y)*i}}function uo(e,t,n){return{...e,x:e.x+t,y:e.y+n}}function fo(e,t,n,r){let[i,a]=[e.x+t.x*e.scale,e.y+t.y*e.scale],[o,s]=[r.width*e.scale,r.height*e.scale],c=(e,t,n)=>e<t?t-e:e>n?n-e:0;return uo(e,c(i,o,Math.max(o,n.width-o)),c(a,s,Math.max(s,n.height-s)))}function po(e,t){return{x:Math.round((t.x-e.x)/e.scale),y:Math.round((t.y-e.y)/e.scale)}}function mo(e){return Math.min(io,Math.max(ro,e))}var ho={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},go=4,_o=.0016,vo=1.25;function yo(e){let{graph:t,layout:n,words:r,actions:i}=e,a=D(null),[o,s]=T(null),c=To(a,e),l=O(()=>no(t,n),[t,n]),u=O(()=>[H(Ya,{layout:n,words:r}),H(Xa,{graph:t,layout:n,words:r}),H(Qa,{graph:t,layout:n,words:r,pinned:e.pinned})],[t,n,r,e.pinned]);wo(a,e,o,u);let d=qe(e=>{if(e===null)return;s(e);let t=n.positions.get(e);t&&c.reveal(t),Co(a.current,e)?.focus({preventScroll:!0})},[n,c]);return H(`div`,{class:`picture-frame`,style:{"--picture-need":`${Math.round((n.bounds.bottom-n.bounds.top)*.9+120)}px`},children:[H(`svg`,{ref:a,class:`picture`,role:`application`,"aria-roledescription":r.roleDescription,"aria-label":e.label,onKeyDown:n=>{if(n.ctrlKey||n.metaKey||n.altKey)return;let r=n.target.closest(`[data-node]`)?.dataset.node??o,i=ho[n.key],a=t.nodes.find(e=>e.role===`start`)?.id??t.nodes[0]?.id??null;if(i!==void 0&&n.shiftKey)c.pan(i);else if(i!==void 0)d(r===null?a:l(r,i));else if(n.key===`Home`)d(a);else if(!bo(n.key,r,e,c))return;n.preventDefault(),n.stopPropagation()},onFocusIn:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&s(t)},onClick:e=>So(e,c,i),onDblClick:e=>{let t=e.target.closest(`[data-node]`)?.dataset.node;t!==void 0&&i.focus(t)},...c.pointer,children:H(`g`,{class:`picture-world`,children:u})}),H(`div`,{class:`picture-buttons`,role:`toolbar`,"aria-label":r.zoom,children:[H(`button`,{type:`button`,onClick:()=>c.zoom(vo),"aria-label":r.zoomIn,title:`${r.zoomIn} (+)`,children:`+`}),H(`button`,{type:`button`,onClick:()=>c.zoom(1/vo),"aria-label":r.zoomOut,title:`${r.zoomOut} (−)`,children:`−`}),H(`button`,{type:`button`,onClick:()=>c.fit(),title:`${r.fit} (0)`,children:r.fit})]})]})}function bo(e,t,n,r){let{actions:i,graph:a,pinned:o}=n,s=a.nodes.find(e=>e.id===t);if(e===`+`||e===`=`)r.zoom(vo);else if(e===`-`)r.zoom(1/vo);else if(e===`0`)r.fit();else if(e===`Escape`&&(n.selected!==null||n.route!==null))i.select(null),i.focus(null);else if(s===void 0)return!1;else if(e===`Enter`||e===` `)s.role===`fold`?i.expand(s.id):i.select(s.id);else if(e===`p`&&s.role!==`fold`)i.pin(s.id,o.has(s.id)?null:n.layout.positions.get(s.id)??null);else if(e===`h`&&s.role!==`start`)i.hide(s.id);else if(e===`f`)i.focus(s.id);else if(e===`o`&&s.role!==`fold`)i.open(s.id);else if(e===`e`)i.select(xo(a,s.id,n.selected));else return!1;return!0}function xo(e,t,n){let r=[...e.edges.filter(e=>e.target===t),...e.edges.filter(e=>e.source===t)];return r[(r.findIndex(e=>e.key===n)+1)%r.length]?.key??null}function So(e,t,n){if(t.wasDragged())return;let r=e.target,i=r.closest(`[data-node]`),a=r.closest(`[data-edge]`);i?.dataset.role===`fold`?n.expand(i.dataset.node??``):n.select(i?.dataset.node??a?.dataset.edge??null)}function Co(e,t){return e?.querySelector(`[data-node="${CSS.escape(t)}"]`)??null}function wo(e,t,n,r){let{graph:i,selected:a,route:o}=t;Ke(()=>{let t=e.current;if(t===null)return;let r=o===null?null:new Set(o),s=r&&new Set(i.edges.filter(e=>r.has(e.key)).flatMap(e=>[e.source,e.target])),c=i.nodes.find(e=>e.id===n)??i.nodes.find(e=>e.role===`start`)??i.nodes[0];for(let e of t.querySelectorAll(`[data-node]`)){let t=e.dataset.node??``;e.setAttribute(`tabindex`,t===c?.id?`0`:`-1`),e.setAttribute(`aria-pressed`,String(t===a)),e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-dimmed`,s!==null&&!s.has(t))}for(let e of t.querySelectorAll(`[data-edge]`)){let t=e.dataset.edge??``;e.classList.toggle(`is-selected`,t===a),e.classList.toggle(`is-near`,a!==null&&(e.dataset.source===a||e.dataset.target===a)),e.classList.toggle(`is-dimmed`,r!==null&&!r.has(t)),e.classList.toggle(`is-focused`,r!==null&&r.has(t))}},[i,a,o,n,r])}function To(e,t){let n=D({scale:1,x:0,y:0}),r=D(null),i=D(!1),a=D(t);a.current=t;let o=O(()=>{let t=()=>({width:e.current?.clientWidth||800,height:e.current?.clientHeight||480}),o=t=>{n.current=t,e.current?.querySelector(`.picture-world`)?.setAttribute(`transform`,`translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.scale.toFixed(4)})`),e.current?.classList.toggle(`is-far`,t.scale<oo)},s=t=>{let n=e.current?.getBoundingClientRect();return{x:t.clientX-(n?.left??0),y:t.clientY-(n?.top??0)}},c=t=>{let a=r.current;if(a===null)return;let[c,l]=[t.clientX-a.x,t.clientY-a.y];if(!a.moved&&Math.hypot(c,l)<go)return;a.moved||e.current?.setPointerCapture(t.pointerId),i.current=!0,a.id===null&&o(uo(n.current,c,l)),r.current={...a,moved:!0,x:a.id===null?t.clientX:a.x,y:a.id===null?t.clientY:a.y};let u=po(n.current,s(t));a.id!==null&&Co(e.current,a.id)?.setAttribute(`transform`,Wa(u))},l=e=>{let t=r.current;r.current=null,t?.moved&&t.id!==null&&a.current.actions.pin(t.id,po(n.current,s(e)))};return{set:o,frame:t,local:s,pan:e=>o(uo(n.current,{left:60,right:-60,up:0,down:0}[e],{left:0,right:0,up:60,down:-60}[e])),zoom:e=>o(lo(n.current,e,{x:t().width/2,y:t().height/2})),fit:()=>o(so(a.current.layout.bounds,t())),reveal:e=>o(fo(n.current,e,t(),{width:106,height:40})),wasDragged:()=>i.current,pointer:{onPointerDown:e=>{if(e.button!==0)return;i.current=!1;let t=e.target.closest(`[data-node]`);r.current={id:t?.dataset.role===`fold`?null:t?.dataset.node??null,x:e.clientX,y:e.clientY,moved:!1}},onPointerMove:c,onPointerUp:l,onPointerCancel:l}}},[]);return Ke(()=>{let{graph:e,layout:t,direction:n}=a.current,r=e.nodes.find(e=>e.role===`start`);o.set(co(t.bounds,o.frame(),r&&t.positions.get(r.id),n===`in`))},[t.subject]),E(()=>{let t=e.current;if(t===null)return;let r=e=>{e.preventDefault(),o.set(lo(n.current,Math.exp(-e.deltaY*_o),o.local(e)))};return t.addEventListener(`wheel`,r,{passive:!1}),()=>t.removeEventListener(`wheel`,r)},[]),o}var Eo=[`YES`,`NO`,`UNKNOWN`];function Do(){return H(`details`,{class:`picture-legend`,children:[H(`summary`,{children:B.picture.legend}),H(`ul`,{children:[Eo.map(e=>H(`li`,{children:[H(`svg`,{class:`picture`,viewBox:`0 0 36 10`,width:`36`,height:`10`,"aria-hidden":`true`,children:H(`g`,{class:`edge use-${e.toLowerCase()}`,children:[H(`path`,{class:`edge-line`,d:`M2 5H28`}),H(`path`,{class:`edge-head`,d:`M28 1L36 5L28 9Z`})]})}),B.uses[e]]},e)),[...Hi].reverse().map(e=>H(`li`,{children:[H(`svg`,{viewBox:`0 0 12 12`,width:`12`,height:`12`,"aria-hidden":`true`,children:H(`path`,{class:`node-sensitivity is-${e}`,d:ga[e]})}),B.sensitivities[e]]},e))]}),H(`p`,{class:`muted small`,children:B.picture.keys})]})}var Oo=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ko=function(e,t){return new URL(e,t).href},Ao={},jo=function(e){return e.pathname.endsWith(`.css`)},Mo=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},No=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ko(t,n);let r=s(t),i=jo(r);return Mo(Ao,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Oo,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Po=1200,Fo=new Map;function Io(e){let{words:t,direction:n,provenance:r}=e,i=D(null),[a,o]=T({of:e.subject,at:Fo}),s=a.of===e.subject?a.at:Fo,[c,l]=[nn(`open`),nn(`hide`)],u=JSON.stringify([c,l]),d=O(()=>Zi(e.graph,new Set(l)),[e.graph,u]),f=O(()=>ua(d,{expanded:new Set(c),separate:new Set(s.keys())}),[d,s,u]),p=O(()=>Lo(f,s),[f,s]),m=e.focused===null?null:f.routes.get(e.focused)??null,h={select:e.onSelect,focus:t=>e.onFocus(t===null||!f.routes.has(t)?null:t),expand:e=>F({open:[...c,e.slice(la.length)]}),hide:e=>F({hide:[...l,...Ho(f,e)]}),open:e=>tn(Ar(e).view,{[Ar(e).param]:e}),pin:(t,n)=>o({of:e.subject,at:Uo(s,t,n)})},g=f.nodes.length+f.edges.length,_={graph:f,layout:p,words:t,label:B.picture.label(e.title,V(f.nodes.length),V(f.edges.length)),selected:Vo(f,e.selected),route:m,pinned:s,actions:h,subject:e.subject,direction:n},{Large:v,isAwaited:y}=zo(g>Po),b=t=>{let n=i.current?.querySelector(`svg.picture`);n&&Wo(n,t,e.exportName,e.title,r)};return H(`div`,{class:`picture-box`,ref:i,children:[H(`div`,{class:`picture-tools`,children:[m!==null&&H(Ro,{onClick:()=>e.onFocus(null),children:B.picture.showAll}),c.length>0&&H(Ro,{onClick:()=>F({open:[]}),children:B.picture.showFolded}),l.length>0&&H(Ro,{onClick:()=>F({hide:[]}),children:B.picture.showHidden(V(l.length))}),s.size>0&&H(Ro,{onClick:()=>o({of:e.subject,at:Fo}),children:B.picture.unpin(V(s.size))}),H(`span`,{class:`picture-exports`,children:[!v&&H(Ro,{onClick:()=>b(`svg`),children:B.picture.exportSvg}),!v&&H(Ro,{onClick:()=>b(`png`),children:B.picture.exportPng})]})]}),v?H(v,{..._}):y?H(`div`,{class:`picture-frame`,"aria-busy":`true`}):H(yo,{..._}),v&&H(`p`,{class:`muted small`,children:B.picture.large(V(g))}),H(Do,{})]})}function Lo(e,t){let n=performance.now(),r=Da(e.nodes,e.edges,{pinned:t});return performance.measure(`remit:layout`,{start:n,end:performance.now()}),r}function Ro({onClick:e,children:t}){return H(`button`,{type:`button`,class:`quiet`,onClick:e,children:t})}function zo(e){let[t,n]=T(),r=O(()=>e&&Bo(),[e]);return E(()=>{r&&!t&&No(()=>import(`./large.js`).then(e=>n({component:e.LargePicture})),[],import.meta.url)},[r]),{Large:r?t?.component:void 0,isAwaited:r&&t===void 0}}function Bo(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function Vo(e,t){return t===null||e.nodes.some(e=>e.id===t)?t:e.nodes.find(e=>e.members.includes(t))?.id??t}function Ho(e,t){let n=e.nodes.find(e=>e.id===t);return n?.role===`fold`?n.members:[t]}function Uo(e,t,n){let r=new Map(e);return n===null?r.delete(t):r.set(t,n),r}async function Wo(e,t,n,r,i){let{generation:a,digest:o,asOf:s}=i.snapshot,c=ra(e,[r,B.picture.provenance(a,o.slice(0,12),s),B.picture.exportedAt(new Date().toISOString())]);t===`svg`?Ir(Lr(n,i,`svg`),`image/svg+xml`,c):Ir(Lr(n,i,`png`),`image/png`,await ia(c))}var J=B.picture,Go=B.permissions,Ko=B.sensitivities,qo=e=>J.edges[e]??e;function Jo(e){return e.role===`fold`?J.fold(V(e.members.length),J.pluralKinds[e.kind]??Tr(e.kind)):e.name}function Yo(e,t){return t&&(e.role===`fold`?J.upTo(t.toLowerCase()):t)}function Xo(e){let t=e.permission===null?void 0:Go[e.permission],n=e.sensitivity===null?void 0:Ko[e.sensitivity],r=[Yo(e,t),Yo(e,n)].filter(e=>e!==void 0);if(e.role===`fold`&&t&&n)return J.upTo(`${t}, ${n}`.toLowerCase());if(r.length>0)return r.join(` · `);let i=xr(e.id);return e.role===`fold`||i===``?Tr(e.kind):`${Tr(e.kind)} · ${i}`}function Zo(e){return[Jo(e),e.role===`fold`?void 0:`${Tr(e.kind)} ${xr(e.id)}`.trim(),e.role===`between`?J.onTheWay:void 0,e.permission===null?void 0:Yo(e,Go[e.permission])??e.permission,e.permission!==null&&!e.permissionKnown?J.assumed:void 0,e.sensitivity===null?void 0:Yo(e,Ko[e.sensitivity]),e.exercised===null?void 0:B.uses[e.exercised],e.role===`fold`?J.opensFold:void 0].filter(Boolean).join(`, `)}function Qo(e,t,n){return[`${Jo(t)} ${qo(e.kind)} ${Jo(n)}`,e.permission===null?void 0:Go[e.permission],e.exercised===null?void 0:B.uses[e.exercised],J.claims(e.evidence.length)].filter(Boolean).join(`, `)}function $o(e){return{roleDescription:J.roleDescription,zoom:J.zoom,zoomIn:J.zoomIn,zoomOut:J.zoomOut,fit:J.fit,hop:(t,n)=>e(t,V(n)),title:Jo,subtitle:Xo,describeNode:Zo,describeEdge:Qo,edge:qo}}var es=[`McpServer`,`McpTool`,`Application`,`Credential`,`Group`,`Account`],ts=[1,2,3,4,5,6,8,10],Y=B.reach;function ns({filters:e}){return H(`form`,{class:`filters`,"aria-label":Y.filters,onSubmit:e=>e.preventDefault(),children:[H(as,{label:Y.kinds,name:`kind`,value:e.kinds[0]??``,empty:Y.anyKind,options:Object.entries(B.kinds)}),H(as,{label:Y.minPermission,name:`minPermission`,value:e.minPermission??``,empty:Y.anyPermission,options:Object.entries(B.permissions)}),H(as,{label:Y.use,name:`use`,value:e.uses[0]??``,empty:Y.anyUse,options:Object.entries(B.uses)}),H(is,{filters:e})]})}function rs({filters:e,children:t}){return H(`form`,{class:`filters`,"aria-label":Y.filters,onSubmit:e=>e.preventDefault(),children:[t,H(is,{filters:e})]})}function is({filters:e}){let t=es.map(e=>[e,Tr(e)]),n=e.via&&!es.includes(e.via)?[[e.via,e.via]]:[];return H(S,{children:[H(as,{label:Y.via,name:`via`,value:e.via??``,empty:Y.anyVia,options:[...n,...t]}),H(as,{label:Y.basis,name:`basis`,value:e.basis===`EITHER`?``:e.basis??``,empty:Y.bases.EITHER??``,options:Object.entries(Y.bases).filter(([e])=>e!==`EITHER`)}),H(as,{label:Y.maxHops,name:`maxHops`,value:e.maxHops===null?``:String(e.maxHops),empty:Y.anyHops,options:ts.map(e=>[String(e),Y.upToHops(e)])})]})}function as({label:e,name:t,value:n,empty:r,options:i}){return H(`label`,{class:n===``?`choice`:`choice is-set`,children:[H(`span`,{children:e}),H(`select`,{value:n,onChange:e=>F({[t]:e.currentTarget.value}),children:[H(`option`,{value:``,children:r}),i.map(([e,t])=>H(`option`,{value:e,children:t},e))]})]})}var os=[`Identity`,`Group`,`Account`,`Credential`,`Application`,`Model`,`McpServer`,`McpTool`,`DataSource`],ss=[`DISCOVER`,`READ`,`WRITE`,`ADMIN`],cs=[`GRANTED`,`OBSERVED`,`EITHER`],ls=[`YES`,`INDIRECT`,`NO`,`UNKNOWN`];function us(e){let t=t=>e[t]?.[0],n=(e,t)=>t!==void 0&&e.includes(t)?t:null,r=Number(t(`maxHops`)??``);return{kinds:(e.kind??[]).filter(e=>os.includes(e)),minPermission:n(ss,t(`minPermission`)),basis:n(cs,t(`basis`)),via:t(`via`)??null,maxHops:Number.isInteger(r)&&r>0?r:null,uses:(e.use??[]).filter(e=>ls.includes(e))}}function ds(e,t){return{...t?{asOf:t}:{},...e.kinds.length>0?{kinds:[...e.kinds]}:{},...e.minPermission?{minPermission:e.minPermission}:{},...e.basis?{basis:e.basis}:{},...e.via?{via:e.via}:{},...e.maxHops?{maxHops:e.maxHops}:{}}}function fs(e,t){return t.length===0?e:e.filter(e=>t.includes(e.exercised))}function ps(e){let t=null;for(let n of e){if(!n.since)return null;(t===null||Date.parse(n.since)>Date.parse(t.at))&&(t={at:n.since,edge:n})}return t}var X=B.paths,ms=[1,3,5,10,20,50],hs=10,gs=`all`,_s=$o((e,t)=>B.picture.step(e,t));function vs(){let[e,t]=[I(`from`),I(`to`)],n=us(M.value.params),r=Number(I(`k`)??hs),i=ms.includes(r)?r:hs,a=ds({...n,kinds:[],minPermission:null},N.value),o=e&&t?{input:{from:e,to:t,k:i,...a},first:i}:null,s=R(zn,o,e=>L(e.accessPaths));return H(`div`,{class:`reach-view`,children:[H(`h1`,{children:X.title}),H(`p`,{class:`lead`,children:X.lead}),H(`div`,{class:`subject`,children:[H(ys,{name:`from`,label:X.from,id:e}),H(`button`,{type:`button`,onClick:()=>F({from:t,to:e,path:void 0,row:void 0}),disabled:!e&&!t,children:[H(`span`,{"aria-hidden":`true`,children:`⇄`}),` `,X.swap]}),H(ys,{name:`to`,label:X.to,id:t})]}),o&&H(S,{children:[H(rs,{filters:n,children:H(as,{label:X.k,name:`k`,value:i===hs?``:String(i),empty:String(hs),options:ms.filter(e=>e!==hs).map(e=>[String(e),String(e)])})}),H(G,{title:X.title,answer:s,exportName:`paths`,exportTable:({paths:e})=>Ss(e.nodes),summary:({total:e})=>X.found(V(e)),children:e=>H(bs,{data:e,subject:JSON.stringify(o)})})]})]})}function ys({name:e,label:t,id:n}){return H(`span`,{class:`path-end`,children:[H(`span`,{class:`path-end-label`,children:t}),n&&H(W,{id:n}),H(Pi,{label:t,onChoose:t=>F({[e]:t,path:void 0,row:void 0}),autoFocus:!n&&e===`from`})]})}function bs({data:e,subject:t}){let n=e.paths.nodes,[r,i]=T(null),[a,o]=T(null),s=O(()=>Yi(e.from,e.to,n),[e]),c=I(`path`)??`0`,l=c===gs?gs:Number(c)<n.length?String(Number(c)):`0`;if(n.length===0)return H(`p`,{class:`empty`,children:X.none});let u=r===null?a===null?void 0:n[a]?.edges:s.edges.find(({key:e})=>e===r)?.evidence;return H(S,{children:[H(`p`,{class:`path-count`,children:[H(`b`,{children:X.found(V(e.total))}),` `,H(`a`,{href:P(`changes`,{of:e.from}),children:X.changes})]}),H(`div`,{class:`path-sides`,children:[H(`section`,{class:`reach-picture`,"aria-label":B.reach.picture,children:H(Io,{graph:s,words:_s,title:X.title,subject:t,direction:`out`,selected:r??I(`row`)??null,onSelect:e=>{let t=e?.includes(`	`)??!1;o(null),i(t?e:null),F({row:t?void 0:e??void 0},!0)},focused:l===gs?null:l,onFocus:e=>e===null&&F({path:gs}),provenance:e,exportName:`paths`})}),H(`ol`,{class:`paths`,"aria-label":B.reach.list,children:n.map((e,t)=>H(xs,{path:e,isShown:String(t)===l,onShow:()=>F({path:t||void 0}),onEvidence:()=>{i(null),o(t)}},t))})]}),u&&H(`div`,{class:`reach-evidence`,children:H(ki,{edges:u,onClose:()=>{i(null),o(null)}},r??a)})]})}function xs({path:e,isShown:t,onShow:n,onEvidence:r}){let[i,a]=T(!1),o=ps(e.edges),s=async()=>{await navigator.clipboard.writeText(e.sentence),a(!0)};return H(`li`,{class:t?`path is-shown`:`path`,children:[H(`p`,{class:`path-head`,children:[H(`b`,{children:X.hops(e.hops)}),` `,H(Or,{permission:e.permission}),e.permission&&!e.permissionKnown&&H(`sup`,{title:B.reach.permissionAssumed,children:`?`}),H(`span`,{class:`muted small`,title:o?`${X.latestEdge}: ${o.edge.sourceName} ${qo(o.edge.kind)} ${o.edge.targetName}`:void 0,children:o?X.heldSince(tr(o.at)):X.heldSinceUnknown})]}),H(`p`,{class:`path-sentence`,children:e.sentence}),H(`p`,{class:`path-tools`,children:[H(`button`,{type:`button`,class:`quiet`,"aria-pressed":t,onClick:n,children:X.focusPath}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>void s(),children:i?X.copied:X.copy}),H(`button`,{type:`button`,class:`quiet`,onClick:r,children:X.evidence})]})]})}function Ss(e){return{columns:[`number`,`hops`,`permission`,`permission_known`,`sentence`,`held_since`],rows:e.map((e,t)=>[t+1,e.hops,e.permission??null,String(e.permissionKnown),e.sentence,ps(e.edges)?.at??null])}}var Z=B.reach;function Cs(e){let{reach:t,direction:n}=e,{answer:r}=t,i=t.rows??Ts,a=O(()=>fs(i,e.filters.uses),[i,e.filters.uses.join()]),o=Es(a),[s,c]=T(null),l=r.data===void 0?[]:e.ends(r.data),u=JSON.stringify([n,l,e.filters]),d=O(()=>qi(l,a,n),[a,u]),f=I(`row`)??null,p=I(`focus`)??null,m=e=>{let t=e?.includes(`	`)??!1;c(t?e:null),F({row:t?void 0:e??void 0},!0)},h=ks(d,a,f,s);return H(S,{children:[H(G,{title:e.title,answer:r,exportName:e.exportName,exportTable:()=>Ns(a),summary:({total:e})=>Z.summary(V(e)),candidateHref:t=>P(e.exportName,{[e.endParam]:t}),children:r=>H(S,{children:[H(Ps,{totals:r,facts:e.facts(r),direction:n}),t.rows!==null&&e.filters.uses.length>0&&H(`p`,{class:`muted small`,children:Z.usedAmong(V(a.length),V(i.length))}),t.more!==null&&H(`p`,{class:`muted small`,children:[Z.some(V(i.length),V(r.total)),` `,H(`button`,{type:`button`,onClick:t.more,children:B.more})]}),t.rows===null?H(`p`,{class:`asking`,children:B.loading}):H(`div`,{class:`reach-sides`,children:[H(`section`,{class:`reach-picture`,"aria-label":Z.picture,children:H(Io,{graph:d,words:n===`out`?Ds:Os(d),title:e.title,subject:u,direction:n,selected:s??f,onSelect:m,focused:p,onFocus:e=>F({focus:e??void 0}),provenance:r,exportName:e.exportName})}),H(`section`,{class:`reach-list`,"aria-label":Z.list,children:H(U,{caption:e.title,columns:a.some(({sensitivity:e})=>e)?js:Ms,rows:o,rowKey:({id:e})=>e,selected:f??``,onOpen:({id:e})=>m(e),total:a.length,empty:Z.nothingFits})})]})]})}),h.length>0&&H(`div`,{class:`reach-evidence`,children:[H(ki,{edges:h,onClose:()=>m(null)},s??f??``),f!==null&&l[0]!==void 0&&H(`p`,{class:`reach-next`,children:H(`a`,{href:e.pathsHref(l[0],f),children:Z.whatIfGone})})]})]})}var ws=50,Ts=[];function Es(e){let[t,n]=T(Ts);return E(()=>{if(e.length<=ws)return;let t=setTimeout(()=>n(e),60);return()=>clearTimeout(t)},[e]),O(()=>t===e?e:e.slice(0,ws),[t,e])}var Ds=$o(B.picture.hop);function Os(e){let t=Math.max(0,...e.nodes.map(e=>e.hop));return $o((e,n)=>B.picture.hopTo(t-e,n))}function ks(e,t,n,r){if(r!==null)return e.edges.find(({key:e})=>e===r)?.evidence.map(As)??[];let i=t.find(({id:e})=>e===n);return i?i.witness.map((e,t)=>({...As(e),...t===i.witness.length-1?{lastUsed:i.lastUsed??null}:{}})):e.edges.filter(({target:e,source:t})=>e===n||t===n).flatMap(e=>e.evidence.map(As)).slice(0,50)}var As=e=>e,js=[{key:`name`,title:Z.name,cell:({id:e,name:t})=>H(W,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`permission`,title:Z.permission,cell:({permission:e,permissionKnown:t})=>H(`span`,{title:e&&!t?Z.permissionAssumed:void 0,children:[H(Or,{permission:e}),e&&!t&&H(`sup`,{children:`?`})]}),sort:({permission:e})=>e?[`DISCOVER`,`READ`,`WRITE`,`ADMIN`].indexOf(e):null},{key:`sensitivity`,title:Z.sensitivity,cell:({sensitivity:e})=>H(kr,{sensitivity:e}),sort:({sensitivity:e})=>e?[`public`,`internal`,`unknown`,`confidential`,`restricted`].indexOf(e):null},{key:`hops`,title:Z.hops,cell:({hops:e})=>e,sort:({hops:e})=>e,align:`end`},{key:`used`,title:Z.used,cell:({exercised:e})=>B.uses[e],sort:({exercised:e})=>B.uses[e]},{key:`lastUsed`,title:Z.lastUsed,cell:({lastUsed:e})=>nr(e),sort:({lastUsed:e})=>e,wide:!0}],Ms=js.filter(({key:e})=>e!==`sensitivity`);function Ns(e){return{columns:[`id`,`kind`,`name`,`permission`,`permission_known`,`basis`,`hops`,`exercised`,`last_used`,`sensitivity`,`witness`],rows:e.map(e=>[e.id,e.kind,e.name,e.permission??null,String(e.permissionKnown),e.basis,e.hops,e.exercised,e.lastUsed??null,e.sensitivity??null,e.witness.map(e=>`${e.source} ${e.kind} ${e.target}`).join(` > `)])}}function Ps({totals:e,facts:t,direction:n}){return H(`dl`,{class:`totals`,children:[H(Ls,{title:n===`out`?Z.reached:Z.reachedBy,children:H(`b`,{class:`total-number`,children:V(e.total)})}),t,H(Ls,{title:Z.byKind,children:e.byKind.map(({key:e,value:t})=>H(`a`,{class:`count`,href:P(n===`out`?`blast-radius`:`exposure`,Fs(e)),children:[V(t),` `,t===1?Tr(e).toLowerCase():B.picture.pluralKinds[e]??Tr(e)]},e))}),e.bySensitivity.length>0&&H(Ls,{title:Z.bySensitivity,children:e.bySensitivity.map(({key:e,value:t})=>H(`span`,{class:`count`,children:[V(t),` `,H(kr,{sensitivity:e})]},e))}),e.byPermission.length>0&&H(Ls,{title:Z.byPermission,children:e.byPermission.map(({key:e,value:t})=>H(`span`,{class:`count`,children:[V(t),` `,H(Or,{permission:e})]},e))})]})}function Fs(e){return{start:Is(`start`),target:Is(`target`),kind:e}}var Is=e=>I(e);function Ls({title:e,children:t}){return H(`div`,{class:`total`,children:[H(`dt`,{children:e}),H(`dd`,{children:t})]})}var Rs=2e3;function zs(e,t,n){let r={text:e.toString().trim(),variables:t},i=JSON.stringify(t),[a,o]=T({of:i,rows:Rs}),s=a.of===i?a.rows:Rs,[c,l]=T(),u=c?.of===i?c:void 0;return E(()=>{if(t===null)return;let a=new AbortController;return Bs(e,t,n,s,a.signal,(e,t,n)=>{a.signal.aborted||l({of:i,answer:{state:`answered`,question:r,data:e},rows:t,hasMore:n})}).catch(e=>{a.signal.aborted||dn(e)||l({of:i,answer:{state:`failed`,question:r,problem:gn(e)},rows:null,hasMore:!1})}),()=>a.abort()},[r.text,i,s]),t===null?{answer:{state:`idle`,question:r},rows:null,more:null}:{answer:u?.answer??{state:`loading`,question:r},rows:u?.rows??null,more:u?.hasMore?()=>o({of:i,rows:s+Rs}):null}}async function Bs(e,t,n,r,i,a){let o=n(await pn(e,t,i)),s=[...o.reached.nodes],{hasNextPage:c,endCursor:l}=o.reached.pageInfo;for(c&&s.length<r&&a(o,null,!1);c&&s.length<r;){let{reached:r}=n(await pn(e,{...t,after:l},i));s.push(...r.nodes),{hasNextPage:c,endCursor:l}=r.pageInfo}a(o,s,c)}var Vs=B.reach;function Hs(){let e=nn(`start`),t=us(M.value.params),n=zs(Bn,e.length>0?{input:{start:[...e],...ds(t,N.value)},first:200}:null,e=>L(e.blastRadius));return H(`div`,{class:`reach-view`,children:[H(`h1`,{children:Vs.blastRadius}),H(`p`,{class:`lead`,children:e.length>0?Vs.blastRadiusLead:Vs.chooseStart}),H(`div`,{class:`subject`,children:[e.map(t=>H(`span`,{class:`subject-node`,children:[H(W,{id:t}),H(`button`,{type:`button`,class:`quiet`,"aria-label":Vs.remove(t),onClick:()=>F({start:e.filter(e=>e!==t)}),children:`×`})]},t)),H(Pi,{label:e.length>0?Vs.addStart:Vs.start,onChoose:t=>F({start:[...e.filter(e=>e!==t),t],row:void 0,focus:void 0}),autoFocus:e.length===0})]}),e.length>0&&H(S,{children:[H(ns,{filters:t}),H(Cs,{title:Vs.blastRadius,direction:`out`,ends:e=>e.start,reach:n,filters:t,exportName:`blast-radius`,endParam:`start`,pathsHref:(e,t)=>P(`paths`,{from:e,to:t}),facts:({score:e,shareOfDataSources:t,spend:n})=>H(S,{children:[H(Ls,{title:Vs.score,children:$n(e)}),H(Ls,{title:Vs.share,children:Qn(t)}),H(Ls,{title:Vs.spend,children:H(`span`,{title:n?Jn(n):void 0,children:qn(n)})})]})})]})]})}var Us=B.reach;function Ws(){let e=I(`target`),t=us(M.value.params),n=zs(Vn,e?{input:{target:e,...ds(t,N.value)},first:200}:null,e=>L(e.exposure));return H(`div`,{class:`reach-view`,children:[H(`h1`,{children:Us.exposure}),H(`p`,{class:`lead`,children:e?Us.exposureLead:Us.chooseTarget}),H(`div`,{class:`subject`,children:[e&&H(W,{id:e}),H(Pi,{label:Us.target,onChoose:e=>F({target:e,row:void 0,focus:void 0}),autoFocus:!e})]}),e&&H(S,{children:[H(ns,{filters:t}),H(Cs,{title:Us.exposure,direction:`in`,ends:e=>[e.target],reach:n,filters:t,exportName:`exposure`,endParam:`target`,pathsHref:(e,t)=>P(`paths`,{from:t,to:e}),facts:()=>null})]})]})}var Gs=`remit.recent`,Ks=20,qs=[`start`,`target`,`from`,`node`,`of`];function Js(){try{let e=JSON.parse(localStorage.getItem(Gs)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e==`string`).slice(0,Ks):[]}catch{return[]}}var Ys=j(Js()),Xs=({params:e})=>qs.map(t=>e[t]?.[0]).find(e=>e?.includes(`:`));function Zs(e){if(!Xs(e))return;let t=Qt(e);Ys.value=[t,...Ys.value.filter(e=>e!==t)].slice(0,Ks),localStorage.setItem(Gs,JSON.stringify(Ys.value))}function Qs(){Ys.value=[],localStorage.removeItem(Gs)}var $s=()=>Ys.value.map(Zt),ec=[{key:`name`,title:B.search.name,cell:({id:e,name:t})=>H(W,{id:e,name:t}),sort:({name:e})=>e.toLowerCase()},{key:`kind`,title:B.search.kind,cell:({kind:e})=>Tr(e),sort:({kind:e})=>Tr(e)},{key:`source`,title:B.search.source,cell:({id:e})=>xr(e),sort:({id:e})=>xr(e),wide:!0},{key:`id`,title:B.search.id,cell:({id:e})=>H(`code`,{class:`id`,children:e}),sort:({id:e})=>e,wide:!0},{key:`actions`,title:B.search.actions,cell:({id:e})=>H(`span`,{class:`actions`,children:[H(`a`,{href:P(`blast-radius`,{start:e}),children:B.search.blastRadius}),H(`a`,{href:P(`exposure`,{target:e}),children:B.search.exposure})]})}];function tc(){let e=I(`text`)??``,t=nn(`kind`),n=e?{input:ji(e,N.value,t),first:100}:null,[r,i]=_n(Hn,n,e=>L(e.search),({nodes:e})=>e);return H(S,{children:[H(`h1`,{children:B.search.title}),H(`p`,{class:`lead`,children:B.search.lead}),H(`div`,{class:`search-form`,children:[H(`input`,{type:`text`,"aria-label":B.shell.searchLabel,value:e,spellcheck:!1,autocomplete:`off`,onInput:e=>F({text:e.currentTarget.value},!0)}),H(`select`,{"aria-label":B.search.kind,value:t[0]??``,onChange:e=>F({kind:e.currentTarget.value}),children:[H(`option`,{value:``,children:B.search.allKinds}),Object.entries(B.kinds).map(([e,t])=>H(`option`,{value:e,children:t},e))]})]}),n?H(G,{title:B.search.matches(r.data?V(r.data.total):B.unknown),answer:r,exportName:`search`,exportTable:()=>({columns:[`id`,`kind`,`name`],rows:i.rows.map(({id:e,kind:t,name:n})=>[e,t,n])}),summary:({total:e})=>B.search.matches(V(e)),children:({total:e})=>H(U,{caption:B.search.title,columns:ec,rows:i.rows,rowKey:({id:e})=>e,total:e,hasMore:i.hasMore,isLoading:i.isLoading,onMore:i.more,onOpen:({id:e})=>{let{view:t,param:n}=Ar(e);tn(t,{[n]:e})}})}):H(nc,{})]})}function nc(){let e=$s();return H(`section`,{class:`panel`,"aria-label":B.search.recent,children:[H(`header`,{class:`panel-head`,children:[H(`h2`,{children:B.search.recent}),e.length>0&&H(`button`,{type:`button`,class:`quiet`,onClick:Qs,children:B.search.forget})]}),e.length===0&&H(`p`,{class:`empty`,children:B.search.noRecent}),H(`ul`,{class:`plain-list recent`,children:e.map(e=>H(`li`,{children:[H(`span`,{children:Kn(e.view)}),H(W,{id:Xs(e),href:Qt(e)})]},Qt(e)))})]})}var Q=B.sources;function rc({reasons:e}){return H(S,{children:e.map(({code:e,detail:t})=>H(`p`,{class:`small`,children:[H(`code`,{children:e}),` `,t]},e+t))})}var ic=({state:e})=>H(`span`,{class:e===`COMPLETE`?`muted`:`tag tag-warn`,children:e});function ac({scopes:e}){return H(`details`,{children:[H(`summary`,{children:Q.scopes(V(e.length))}),H(`ul`,{class:`plain-list small`,children:e.map(({scope:e,from:t,to:n})=>H(`li`,{children:[H(`code`,{children:e}),` `,t&&n?`${t} – ${n}`:``]},e))})]})}var oc=[{key:`source`,title:Q.source,cell:({source:e})=>H(`strong`,{children:e}),sort:({source:e})=>e},{key:`state`,title:Q.state,cell:({state:e})=>H(ic,{state:e}),sort:({state:e})=>e},{key:`lastRun`,title:Q.lastRun,cell:({lastRun:e})=>tr(e),sort:({lastRun:e})=>e,wide:!0},{key:`age`,title:Q.age,align:`end`,cell:e=>H(S,{children:[rr(e.ageS),` `,Jr(e)&&H(`span`,{class:`tag tag-warn`,children:Q.late})]}),sort:({ageS:e})=>e},{key:`promised`,title:Q.promised,align:`end`,wide:!0,cell:({promisedAgeS:e})=>e==null?H(`span`,{class:`muted`,children:Q.notPromised}):rr(e),sort:({promisedAgeS:e})=>e},{key:`covers`,title:Q.covers,cell:({scopes:e})=>H(ac,{scopes:e}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>H(rc,{reasons:e}),wide:!0}],sc=e=>e.map(({key:e,value:t})=>`${e} ${V(t)}`).join(`, `)||B.unknown,cc=[{key:`run`,title:Q.run,cell:({run:e})=>e,align:`end`,sort:({run:e})=>e},{key:`source`,title:Q.source,cell:({source:e})=>e,sort:({source:e})=>e},{key:`observed`,title:Q.observed,cell:({observedAt:e})=>tr(e),sort:({observedAt:e})=>e,wide:!0},{key:`state`,title:Q.state,cell:({state:e})=>H(ic,{state:e}),sort:({state:e})=>e},{key:`added`,title:Q.added,cell:({counts:e})=>H(`span`,{class:`small`,children:sc(e.added)}),wide:!0},{key:`retired`,title:Q.retired,cell:({counts:e})=>H(`span`,{class:`small`,children:sc(e.retired)}),wide:!0},{key:`held`,title:Q.held,cell:({counts:e})=>H(`span`,{class:`small`,children:sc(e.held)}),wide:!0},{key:`why`,title:Q.why,cell:({reasons:e})=>H(rc,{reasons:e}),wide:!0}];function lc(){let e=R(Un,{},({status:e})=>e),t=I(`source`);return H(S,{children:[H(`h1`,{children:Q.title}),H(`p`,{class:`lead`,children:Q.lead}),H(G,{title:Q.title,answer:e,exportName:`sources`,exportTable:({sources:e})=>({columns:[`source`,`state`,`last_run`,`age_s`,`promised_age_s`],rows:e.map(({source:e,state:t,lastRun:n,ageS:r,promisedAgeS:i})=>[e,t,n,r,i])}),children:({sources:e})=>H(U,{caption:Q.title,columns:oc,rows:e,rowKey:({source:e})=>e,selected:t})}),H(G,{title:Q.runs,lead:Q.runsLead,answer:e,children:({runs:e})=>H(U,{caption:Q.runs,columns:cc,rows:e,rowKey:({run:e,source:t})=>`${e} ${t}`})})]})}var $=B.unresolved;function uc({command:e}){let[t,n]=T(!1);if(!e)return H(`span`,{class:`muted`,children:B.unknown});let r=async()=>{await navigator.clipboard.writeText(e),n(!0)};return H(`span`,{class:`command`,children:[H(`code`,{children:e}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>void r(),children:t?$.copied:$.copy})]})}var dc=[{key:`kind`,title:$.kind,cell:({kind:e})=>$.kinds[e]??e,sort:({kind:e})=>e},{key:`subject`,title:$.subject,cell:({id:e,name:t})=>e.includes(`/`)?H(W,{id:e,name:t}):t||e,sort:({name:e})=>e.toLowerCase()},{key:`why`,title:$.why,cell:({why:e})=>e,wide:!0},{key:`candidates`,title:$.candidates,wide:!0,cell:({candidates:e})=>H(S,{children:e.map(e=>H(`p`,{children:H(W,{id:e})},e))})},{key:`command`,title:$.command,cell:({command:e})=>H(uc,{command:e})}];function fc(){let[e,t]=_n(Gn,{input:{asOf:N.value??null},first:100},e=>L(e.unresolved),({rows:e})=>e);return H(S,{children:[H(`h1`,{children:$.title}),H(`p`,{class:`lead`,children:$.lead}),H(G,{title:e.data?`${$.title}: ${V(e.data.total)}`:$.title,answer:e,exportName:`loose-ends`,exportTable:()=>({columns:[`kind`,`id`,`name`,`why`,`candidates`,`command`],rows:t.rows.map(({kind:e,id:t,name:n,why:r,candidates:i,command:a})=>[e,t,n,r,i.join(` `),a])}),summary:({total:e})=>V(e),children:({total:e})=>H(U,{caption:$.title,columns:dc,rows:t.rows,rowKey:({kind:e,id:t,name:n})=>`${e} ${t} ${n}`,total:e,hasMore:t.hasMore,isLoading:t.isLoading,onMore:t.more,empty:$.none})})]})}var pc=[`ask`],mc=[{name:`home`,component:ei,key:`h`,rights:pc,isListed:!0},{name:`blast-radius`,component:Hs,key:`b`,rights:pc,isListed:!0},{name:`exposure`,component:Ws,key:`e`,rights:pc,isListed:!0},{name:`paths`,component:vs,key:`p`,rights:pc,isListed:!0},{name:`search`,component:tc,key:`/`,rights:pc,isListed:!1},{name:`changes`,component:Ci,key:`d`,rights:pc,isListed:!0},{name:`unresolved`,component:fc,key:`l`,rights:pc,isListed:!0},{name:`sources`,component:lc,key:`s`,rights:pc,isListed:!0},{name:`query`,component:Oi,key:`q`,rights:pc,isListed:!0}],hc=`remit.theme`,gc=[`auto`,`light`,`dark`],_c=localStorage.getItem(hc),vc=j(gc.find(e=>e===_c)??`auto`);function yc(){document.documentElement.dataset.theme=vc.value}function bc(){vc.value=gc[(gc.indexOf(vc.value)+1)%gc.length],localStorage.setItem(hc,vc.value),yc()}var xc=1500,Sc=`search-box`,Cc=j(!1),wc=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Tc(){document.querySelector(`main tbody tr[tabindex='0']`)?.focus()}var Ec=-1/0;function Dc(e){if(e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return;if(e.key===`Escape`){Cc.value=!1,wc(e.target)&&e.target.blur();return}if(wc(e.target))return;let t=performance.now()-Ec<xc;if(Ec=-1/0,t){let t=mc.find(({key:t,rights:n})=>t===e.key&&Vt(...n));t&&(e.preventDefault(),tn(t.name));return}let n={"/":()=>document.getElementById(Sc)?.focus(),g:()=>{Ec=performance.now()},u:()=>history.back(),U:()=>history.forward(),t:bc,"?":()=>{Cc.value=!Cc.value},j:Tc,k:Tc}[e.key];n&&(e.preventDefault(),n())}var Oc=()=>document.addEventListener(`keydown`,Dc),kc=8,Ac=120;function jc(){let[e,t]=T(``),[n,r]=T(``),[i,a]=T(!1),[o,s]=T(-1),c=D(null);E(()=>{let t=setTimeout(()=>r(e.trim()),Ac);return()=>clearTimeout(t)},[e]);let l=R(Hn,n?{input:ji(n,N.value),first:kc}:null,e=>L(e.search)),u=n&&l.data?l.data.nodes.nodes:[],d=l.data?.total??0,f=i&&n!==``;E(()=>{s(-1),l.state===`answered`&&Vr(B.search.matches(V(d)))},[l.state,n]);let p=()=>{t(``),r(``),a(!1),c.current?.blur()},m=t=>{let n=u[t];if(n){let{view:e,param:t}=Ar(n.id);tn(e,{[t]:n.id})}else tn(`search`,{text:e.trim()});p()},h=t=>{if(t.key===`ArrowDown`||t.key===`ArrowUp`){t.preventDefault();let e=t.key===`ArrowDown`?1:-1;a(!0),s(t=>Math.max(-1,Math.min(u.length-1,t+e)))}else t.key===`Enter`&&e.trim()&&(t.preventDefault(),m(o<0&&d===1&&n===e.trim()?0:o))},g=`${Sc}-list`;return H(`search`,{class:`search`,children:[H(`input`,{ref:c,id:Sc,type:`text`,role:`combobox`,autocomplete:`off`,spellcheck:!1,"aria-label":B.shell.searchLabel,"aria-expanded":f,"aria-controls":g,"aria-autocomplete":`list`,"aria-activedescendant":f&&o>=0?`${g}-${o}`:void 0,"aria-keyshortcuts":`/`,placeholder:B.shell.searchLabel,value:e,onInput:e=>{t(e.currentTarget.value),a(!0)},onFocus:()=>a(!0),onBlur:()=>a(!1),onKeyDown:h}),H(`kbd`,{class:`search-key`,"aria-hidden":`true`,children:`/`}),H(`div`,{class:`suggestions`,hidden:!f,children:[H(`ul`,{role:`listbox`,id:g,"aria-label":B.shell.suggestions,children:u.map((e,t)=>H(`li`,{id:`${g}-${t}`,role:`option`,"aria-selected":t===o,onMouseDown:e=>{e.preventDefault(),m(t)},children:H(W,{id:e.id,name:e.name,plain:!0})},e.id))}),l.state===`failed`&&H(`p`,{class:`suggestions-foot`,children:l.problem.message}),l.state===`answered`&&!u.length&&H(`p`,{class:`suggestions-foot`,children:B.shell.noMatch}),d>u.length&&u.length>0&&H(`p`,{class:`suggestions-foot`,children:H(`a`,{href:P(`search`,{text:n}),onMouseDown:e=>e.preventDefault(),onClick:p,tabIndex:-1,children:B.shell.allMatches(V(d))})})]})]})}var Mc={auto:`◐`,light:`○`,dark:`●`};function Nc(){return H(`header`,{class:`top`,children:[H(`a`,{class:`product`,href:P(`home`),children:[H(Pc,{}),B.product]}),H(jc,{}),H(`div`,{class:`top-tools`,children:[H(`button`,{type:`button`,class:`quiet icon`,onClick:bc,title:B.shell.theme[vc.value],"aria-label":B.shell.theme[vc.value],children:H(`span`,{"aria-hidden":`true`,children:Mc[vc.value]})}),H(`button`,{type:`button`,class:`quiet icon`,"aria-expanded":Cc.value,title:B.shell.help,"aria-label":B.shell.help,onClick:()=>Cc.value=!Cc.value,children:H(`span`,{"aria-hidden":`true`,children:`?`})}),Bt.value?.session&&H(`span`,{class:`session`,id:`session`,children:[H(`span`,{id:`who`,children:B.shell.signedInAs(Bt.value.name)}),H(`button`,{type:`button`,id:`sign-out`,class:`quiet`,onClick:()=>void Ut(),children:B.shell.signOut})]})]})]})}function Pc(){return H(`svg`,{class:`mark`,viewBox:`0 0 20 20`,width:`20`,height:`20`,"aria-hidden":`true`,children:[H(`path`,{d:`M4.5 10h4M11 8.6l4-3M11 11.4l4 3`,stroke:`currentColor`,"stroke-width":`1.5`}),H(`circle`,{cx:`3.5`,cy:`10`,r:`2.2`,fill:`currentColor`}),H(`circle`,{cx:`16.5`,cy:`4.5`,r:`2.2`,fill:`currentColor`}),H(`circle`,{cx:`16.5`,cy:`15.5`,r:`2.2`,fill:`currentColor`}),H(`circle`,{cx:`10`,cy:`10`,r:`2.8`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.5`})]})}function Fc(){return H(`nav`,{class:`views`,"aria-label":B.shell.navigation,children:H(`ul`,{children:mc.filter(({isListed:e,rights:t})=>e&&Vt(...t)).map(({name:e,key:t})=>H(`li`,{children:H(`a`,{href:P(e),"aria-current":M.value.view===e?`page`:void 0,title:t?`g ${t}`:void 0,"aria-keyshortcuts":t?`g ${t}`:void 0,children:Kn(e)})},e))})})}var Ic=[[`/`,B.keys.search],[`j`,B.keys.next],[`k`,B.keys.previous],[`Enter`,B.keys.open],[`u`,B.keys.undo],[`U`,B.keys.redo],[`t`,B.keys.theme],[`Esc`,B.keys.leave],[`?`,B.keys.help]];function Lc(){let e=D(null),t=Cc.value;return E(()=>{t?e.current?.showModal():e.current?.close()},[t]),H(`dialog`,{ref:e,class:`help`,"aria-label":B.keys.title,onClose:()=>Cc.value=!1,children:[H(`header`,{class:`panel-head`,children:[H(`h2`,{children:B.keys.title}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>Cc.value=!1,children:B.shell.closeHelp})]}),H(`dl`,{class:`keys`,children:[Ic.map(([e,t])=>H(`div`,{children:[H(`dt`,{children:H(`kbd`,{children:e})}),H(`dd`,{children:t})]},e)),mc.filter(({key:e,isListed:t,rights:n})=>e&&t&&Vt(...n)).map(({name:e,key:t})=>H(`div`,{children:[H(`dt`,{children:[H(`kbd`,{children:`g`}),` `,H(`span`,{class:`visually-hidden`,children:B.keys.then}),` `,H(`kbd`,{children:t})]}),H(`dd`,{children:Kn(e)})]},e))]})]})}function Rc(){let{value:e}=N,t=t=>F({asOf:sr(ar(ir(e),-t))});return H(`span`,{class:`as-of ${e?`is-set`:``}`,children:[H(`label`,{for:`as-of`,children:B.asOfControl.label}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>t(-1),"aria-label":B.asOfControl.earlier,title:B.asOfControl.earlier,children:H(`span`,{"aria-hidden":`true`,children:`◂`})}),H(`input`,{id:`as-of`,type:`datetime-local`,value:e?sr(ir(e)).slice(0,16):``,onChange:({currentTarget:e})=>{let t=new Date(`${e.value}:00Z`);F({asOf:Number.isNaN(t.getTime())?void 0:sr(t)})}}),H(`button`,{type:`button`,class:`quiet`,onClick:()=>t(1),disabled:!e,"aria-label":B.asOfControl.later,title:B.asOfControl.later,children:H(`span`,{"aria-hidden":`true`,children:`▸`})}),e&&H(`button`,{type:`button`,class:`quiet`,onClick:()=>F({asOf:void 0}),children:B.shell.asOfClear})]})}var zc=12;function Bc(){let{value:e}=Gr;return H(`div`,{class:`strip`,id:`state`,children:[H(Vc,{}),e?.builtAt&&H(`a`,{class:Yr.value.length?`strip-late`:``,href:P(`sources`),children:Yr.value.length?H(S,{children:[H(`span`,{"aria-hidden":`true`,children:`▲ `}),B.shell.lateSources(Yr.value.length)]}):B.shell.sourcesOnTime(e.sources.length)}),H(Rc,{})]})}function Vc(){let{value:e}=Gr;if(Kr.value)return H(`span`,{class:`strip-late`,children:Kr.value.code===`OFFLINE`?B.shell.offline:Kr.value.message||B.shell.statusFailed});if(!e)return H(`span`,{children:B.loading});if(!e.builtAt)return H(`span`,{class:`strip-late`,children:B.shell.nothingLoaded});let t=Math.max(0,(Date.now()-Date.parse(e.builtAt))/1e3);return H(S,{children:[H(`span`,{children:B.shell.generation(e.generation)}),H(`span`,{title:tr(e.builtAt),children:B.shell.built(rr(t))}),e.digest&&H(`span`,{title:e.digest,children:[B.shell.digest(``),H(`code`,{children:e.digest.slice(0,zc)})]})]})}function Hc(){let{view:e}=M.value,t=D(null),n=D(!0);return E(()=>{document.title=`${Kn(e)} · ${B.product}`,n.current||t.current?.focus(),n.current=!1},[e]),E(()=>Zs(M.value),[M.value]),H(S,{children:[H(`a`,{class:`skip`,href:Qt(M.value),onClick:e=>{e.preventDefault(),t.current?.focus()},children:B.shell.skip}),H(Nc,{}),H(Fc,{}),H(Bc,{}),H(`main`,{ref:t,tabIndex:-1,children:Bt.value&&H(Uc,{name:e},`${e} ${qr.value}`)}),H(`div`,{class:`visually-hidden`,role:`status`,"aria-live":`polite`,children:Br.value}),H(Lc,{})]})}function Uc({name:e}){let t=mc.find(t=>t.name===e);if(!t)return H(`section`,{class:`panel`,children:[H(`h1`,{children:B.notThere.title}),H(`p`,{children:B.notThere.lead}),H(`p`,{children:H(`a`,{href:P(`home`),children:B.notThere.home})})]});if(!Vt(...t.rights))return H(`p`,{class:`panel`,children:B.notAllowed});let n=t.component;return H(n,{})}yc(),rn();var Wc=Gt();Wc&&!location.hash&&(location.hash=Wc),Oc(),Ht(),Zr(),Ae(H(Hc,{}),document.getElementById(`explorer`));export{D as a,o as c,E as i,l,Vr as n,T as o,H as r,O as s,no as t};