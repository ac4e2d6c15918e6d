/** Trees of limit accounts, read whole, and amounts tried on their lines. */
package io.shouxin.limit.map;
