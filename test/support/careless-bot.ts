/** The product with a mistake in it: soon after it was started something fails of which nobody takes care. */
import '../../src/index';

setTimeout(() => {
  void Promise.reject(new Error('Nobody took care of this.'));
}, 4_000);
