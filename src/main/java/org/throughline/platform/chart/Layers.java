package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Lays a graph without circles out in layers: every arrow leads from an earlier layer to a later one, arrows cross as
/// little as a few sweeps can bring about, and nothing covers anything. An arrow over several layers gets a place in
/// each of those between, as if something thin stood there.
final class Layers {

    private static final int SWEEPS = 16;
    private static final int SETTLING = 40;

    /// A thing of the graph, or a place of an arrow on its way.
    static final class Place {
        final int node;
        final int layer;
        final double height;
        double y;
        double wish;
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();

        Place(int node, int layer, double height) {
            this.node = node;
            this.layer = layer;
            this.height = height;
        }

        boolean isThing() {
            return node >= 0;
        }
    }

    private final double gap;
    private final double thinGap;
    private final List<List<Place>> layers = new ArrayList<>();
    private final List<Place> things = new ArrayList<>();
    private final List<List<Place>> ways = new ArrayList<>();

    /// @param heights how tall each thing is
    /// @param order things with small numbers begin nearer to the top
    /// @param arrows pairs of things; refused when they lead in a circle
    /// @param gap what stays free between things of a layer
    Layers(double[] heights, int[] order, List<int[]> arrows, double gap) {
        this.gap = gap;
        this.thinGap = gap * 0.6;
        int[] layer = layers(heights.length, arrows);
        int last = Arrays.stream(layer).max().orElse(-1);
        for (int i = 0; i <= last; i++) layers.add(new ArrayList<>());
        for (int i = 0; i < heights.length; i++) things.add(new Place(i, layer[i], heights[i]));
        List<Place> first = new ArrayList<>(things);
        first.sort(Comparator.comparingInt(place -> order[place.node]));
        first.forEach(place -> layers.get(place.layer).add(place));
        for (int[] arrow : arrows) ways.add(way(things.get(arrow[0]), things.get(arrow[1])));
        sort();
        settle();
    }

    int count() {
        return layers.size();
    }

    Place thing(int node) {
        return things.get(node);
    }

    /// The places of an arrow from its first thing to its last.
    List<Place> way(int arrow) {
        return ways.get(arrow);
    }

    double height() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.y + place.height)
                .max()
                .orElse(0);
    }

    int crossings() {
        int crossings = 0;
        for (int i = 0; i + 1 < layers.size(); i++) crossings += crossings(i);
        return crossings;
    }

    private List<Place> way(Place from, Place to) {
        List<Place> way = new ArrayList<>(List.of(from));
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            Place place = new Place(-1, layer, 2);
            layers.get(layer).add(place);
            way.add(place);
        }
        way.add(to);
        for (int i = 0; i + 1 < way.size(); i++) {
            way.get(i).after.add(way.get(i + 1));
            way.get(i + 1).before.add(way.get(i));
        }
        return way;
    }

    /// As early as what comes before allows; then what has more to lead to than it rests on moves towards that, which
    /// makes arrows shorter.
    private static int[] layers(int nodes, List<int[]> arrows) {
        int[] layer = new int[nodes];
        boolean moved = true;
        for (int round = 0; moved; round++) {
            if (round > nodes) throw new IllegalArgumentException("The arrows lead in a circle");
            moved = false;
            for (int[] arrow : arrows)
                if (layer[arrow[1]] <= layer[arrow[0]]) {
                    layer[arrow[1]] = layer[arrow[0]] + 1;
                    moved = true;
                }
        }
        for (int round = 0; round < nodes; round++) {
            moved = false;
            for (int node = 0; node < nodes; node++) {
                int in = 0;
                int out = 0;
                int next = Integer.MAX_VALUE;
                for (int[] arrow : arrows) {
                    if (arrow[1] == node) in++;
                    if (arrow[0] == node) {
                        out++;
                        next = Math.min(next, layer[arrow[1]]);
                    }
                }
                if (out > in && next - 1 > layer[node]) {
                    layer[node] = next - 1;
                    moved = true;
                }
            }
            if (!moved) break;
        }
        return layer;
    }

    private void sort() {
        List<List<Place>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Place> layer = layers.get(forth ? i : layers.size() - 1 - i);
                for (int n = 0; n < layer.size(); n++) layer.get(n).wish = n;
                for (Place place : layer) {
                    List<Place> beside = forth ? place.before : place.after;
                    if (!beside.isEmpty())
                        place.wish = beside.stream()
                                .mapToDouble(other -> layers.get(other.layer).indexOf(other))
                                .average()
                                .orElseThrow();
                }
                layer.sort(Comparator.comparingDouble(place -> place.wish));
            }
            swap();
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).clear();
            layers.get(i).addAll(best.get(i));
        }
    }

    private List<List<Place>> copy() {
        return layers.stream()
                .map(layer -> (List<Place>) new ArrayList<>(layer))
                .toList();
    }

    /// Two neighbours change places where that takes a crossing away.
    private void swap() {
        for (int i = 0; i < layers.size(); i++) {
            List<Place> layer = layers.get(i);
            for (int n = 0; n + 1 < layer.size(); n++) {
                Place one = layer.get(n);
                Place other = layer.get(n + 1);
                int kept = pairs(one.before, other.before) + pairs(one.after, other.after);
                int swapped = pairs(other.before, one.before) + pairs(other.after, one.after);
                if (swapped < kept) {
                    layer.set(n, other);
                    layer.set(n + 1, one);
                }
            }
        }
    }

    /// How many arrows of the upper one cross one of the lower.
    private int pairs(List<Place> upper, List<Place> lower) {
        int pairs = 0;
        for (Place one : upper) {
            int at = layers.get(one.layer).indexOf(one);
            for (Place other : lower) if (at > layers.get(other.layer).indexOf(other)) pairs++;
        }
        return pairs;
    }

    private int crossings(int layer) {
        int crossings = 0;
        List<Place> places = layers.get(layer);
        for (int i = 0; i < places.size(); i++)
            for (int j = i + 1; j < places.size(); j++) crossings += pairs(places.get(i).after, places.get(j).after);
        return crossings;
    }

    /// Everything moves towards the middle of what it is tied to, as far as its neighbours leave room.
    private void settle() {
        for (List<Place> layer : layers) {
            double y = 0;
            for (int i = 0; i < layer.size(); i++) {
                Place place = layer.get(i);
                if (i > 0) y += apart(layer.get(i - 1), place);
                place.y = y - place.height / 2;
            }
        }
        for (int round = 0; round < SETTLING; round++) {
            for (int i = 0; i < layers.size(); i++) {
                List<Place> layer = layers.get(round % 2 == 0 ? i : layers.size() - 1 - i);
                // The last rounds look both ways, so that neither end hangs askew.
                boolean both = round >= SETTLING - 6;
                for (Place place : layer) {
                    List<Place> beside = new ArrayList<>(round % 2 == 0 || both ? place.before : place.after);
                    if (both) beside.addAll(place.after);
                    if (beside.isEmpty()) beside = round % 2 == 0 ? place.after : place.before;
                    place.wish = beside.stream()
                            .mapToDouble(Layers::middle)
                            .average()
                            .orElse(middle(place));
                }
                arrange(layer);
            }
        }
        double top = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.y)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(place -> place.y -= top));
    }

    private static double middle(Place place) {
        return place.y + place.height / 2;
    }

    /// What stays between the middles of two neighbours.
    private double apart(Place upper, Place lower) {
        double free = upper.isThing() && lower.isThing() ? gap : thinGap;
        return (upper.height + lower.height) / 2 + free;
    }

    /// As near to the wishes as the order and the gaps allow: neighbours that want the same room share it, so that the
    /// sum of squares of what they miss is smallest (pool adjacent violators).
    private void arrange(List<Place> layer) {
        int size = layer.size();
        double[] offset = new double[size];
        for (int i = 1; i < size; i++) offset[i] = offset[i - 1] + apart(layer.get(i - 1), layer.get(i));
        double[] sum = new double[size];
        double[] weight = new double[size];
        int[] until = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            // Arrows on their way are kept straight before anything else.
            double heavy = layer.get(i).isThing() ? 1 : 3;
            sum[blocks] = heavy * (layer.get(i).wish - offset[i]);
            weight[blocks] = heavy;
            until[blocks++] = i + 1;
            while (blocks > 1 && sum[blocks - 2] / weight[blocks - 2] > sum[blocks - 1] / weight[blocks - 1]) {
                sum[blocks - 2] += sum[blocks - 1];
                weight[blocks - 2] += weight[blocks - 1];
                until[blocks - 2] = until[--blocks];
            }
        }
        int block = 0;
        for (int i = 0; i < size; i++) {
            if (i == until[block]) block++;
            Place place = layer.get(i);
            place.y = sum[block] / weight[block] + offset[i] - place.height / 2;
        }
    }
}
