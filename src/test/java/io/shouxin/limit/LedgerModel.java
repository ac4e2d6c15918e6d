package io.shouxin.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger as one would explain it on a sheet of paper: whole yuan, every figure added up anew from the leaves, nothing remembered. Shares
 * no code and no idea with the real one.
 */
class LedgerModel {

    static final class Node {
        final String name;
        Node parent;
        final List<Node> children = new ArrayList<>();
        Integer ceiling;
        boolean fenced;
        boolean suspended;
        int committed;
        int used;
        boolean revolving;
        boolean within;
        boolean closed;

        Node(String name, Node parent) {
            this.name = name;
            this.parent = parent;
            if (parent != null) {
                parent.children.add(this);
            }
        }

        boolean forUse() {
            return name.startsWith("F") || name.startsWith("S");
        }
    }

    record Held(Node on, int amount, boolean newCredit) {
    }

    final Map<String, Node> nodes = new LinkedHashMap<>();
    final Map<String, Held> open = new HashMap<>();

    Node add(String name, String parent) {
        Node node = new Node(name, nodes.get(parent));
        nodes.put(name, node);
        return node;
    }

    int reserved(Node node) {
        int own = open.values().stream().filter(held -> held.on() == node).mapToInt(Held::amount).sum();
        return own + node.children.stream().filter(child -> !child.name.startsWith("F")).mapToInt(this::reserved).sum();
    }

    int used(Node node) {
        return node.used + node.children.stream().mapToInt(this::used).sum();
    }

    int committed(Node node) {
        return node.name.startsWith("F") ? node.committed : node.children.stream().filter(child -> !child.name.startsWith("S"))
                .mapToInt(this::committed).sum();
    }

    private int provisional(Node node) {
        return open.values().stream().filter(held -> held.on() == node && held.newCredit()).mapToInt(Held::amount).sum();
    }

    private int aside(Node node) {
        return node.children.stream().filter(child -> !child.forUse())
                .mapToInt(child -> aside(child) + (child.fenced ? Math.max(0, child.ceiling - held(child)) : 0)).sum();
    }

    int held(Node node) {
        return node.forUse() ? reserved(node) + used(node) : reserved(node) - provisional(node) + committed(node) + aside(node);
    }

    Integer top(Node node) {
        return node.name.startsWith("F") ? Integer.valueOf(node.committed) : node.ceiling;
    }

    boolean fits() {
        return nodes.values().stream().allMatch(node -> top(node) == null || held(node) <= top(node));
    }

    boolean blocked(Node node) {
        return node != null && (node.suspended || node.closed || blocked(node.parent));
    }

    /** Does it if every level still fits afterwards. */
    boolean attempt(Node on, boolean easing, Runnable does, Runnable undoes) {
        if (!easing && blocked(on)) {
            return false;
        }
        does.run();
        if (!easing && !fits()) {
            undoes.run();
            return false;
        }
        return true;
    }

    boolean grant(Node node, int amount, boolean fence) {
        if (node.ceiling != null || node.name.startsWith("F") || fence && (node.parent == null || node.forUse())) {
            return false;
        }
        return attempt(node, false, () -> {
            node.ceiling = amount;
            node.fenced = fence;
        }, () -> {
            node.ceiling = null;
            node.fenced = false;
        });
    }

    boolean adjust(Node node, int by) {
        if (node.name.startsWith("F")) {
            Node customer = node.parent;
            return attempt(node, false, () -> {
                node.committed += by;
                customer.ceiling += node.within ? 0 : by;
            }, () -> {
                node.committed -= by;
                customer.ceiling -= node.within ? 0 : by;
            });
        }
        return node.ceiling != null && attempt(node, false, () -> node.ceiling += by, () -> node.ceiling -= by);
    }

    boolean reserve(Node node, int amount, boolean newCredit, String as) {
        if (newCredit ? !node.name.startsWith("C") : !node.name.startsWith("C") && !node.forUse()) {
            return false;
        }
        return attempt(node, false, () -> open.put(as, new Held(node, amount, newCredit)), () -> open.remove(as));
    }

    boolean credit(Node customer, String facility, int amount, boolean revolving) {
        if (!reserve(customer, amount, true, "credit")) {
            return false;
        }
        open.remove("credit");
        Node node = add(facility, customer.name);
        customer.ceiling = (customer.ceiling == null ? held(customer) : customer.ceiling) + amount;
        node.committed = amount;
        node.revolving = revolving;
        return true;
    }

    /** A facility under a ceiling the customer has of his own: the ceiling stays what it is. */
    boolean creditWithin(Node customer, String facility, int amount, boolean revolving) {
        if (!reserve(customer, amount, false, "credit")) {
            return false;
        }
        open.remove("credit");
        Node node = add(facility, customer.name);
        node.committed = amount;
        node.revolving = revolving;
        node.within = true;
        return true;
    }

    boolean release(String as) {
        return open.remove(as) != null;
    }

    boolean use(String as, int amount) {
        Held held = open.get(as);
        if (held == null || !held.on().forUse() || amount > held.amount()) {
            return false;
        }
        return attempt(held.on(), false, () -> {
            open.remove(as);
            held.on().used += amount;
        }, () -> {
            open.put(as, held);
            held.on().used -= amount;
        });
    }

    boolean draw(Node node, int amount) {
        return node.forUse() && attempt(node, false, () -> node.used += amount, () -> node.used -= amount);
    }

    boolean repay(Node node, int amount) {
        if (!node.forUse() || node.used < amount) {
            return false;
        }
        node.used -= amount;
        Node facility = facility(node);
        if (!facility.revolving) {
            facility.committed -= amount;
            facility.parent.ceiling -= facility.within ? 0 : amount;
        }
        return true;
    }

    /** What is written off is gone at the facility and on the ceiling it stands on, whatever the facility. */
    boolean writeOff(Node node, int amount) {
        if (!node.forUse() || node.used < amount) {
            return false;
        }
        node.used -= amount;
        Node facility = facility(node);
        facility.committed -= amount;
        facility.parent.ceiling -= amount;
        return true;
    }

    static Node facility(Node node) {
        return node.name.startsWith("F") ? node : facility(node.parent);
    }

    boolean suspend(Node node) {
        return !node.suspended && !node.closed && (node.suspended = true);
    }

    boolean resume(Node node) {
        boolean was = node.suspended;
        node.suspended = false;
        return was;
    }
}
