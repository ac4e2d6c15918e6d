package io.shouxin.modelling.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.modelling.binning.Bin;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.training.ScorecardPoints;
import io.shouxin.modelling.training.Training;
import io.shouxin.modelling.training.TrainingPlan;
import io.shouxin.modelling.validation.Discrimination;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything about a trained model that is needed to apply it, to train it again, and to check that it is the same. */
public final class ModelFile {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ModelFile() {
    }

    public static String text(String name, String version, Training training) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", name);
        file.put("version", version);
        file.put("data", Map.of("source", training.sample().table().source(), "sha256", training.sample().table().sha256(),
                "cases", training.sample().size(), "bad", training.sample().bads(), "outcome", training.sample().outcome()));
        file.put("plan", plan(training.plan()));
        file.put("intercept", training.model().intercept());
        file.put("standardErrors", training.model().fit().standardErrors());
        file.put("logLikelihood", training.model().fit().logLikelihood());
        file.put("factors", factors(training));
        file.put("scaling", Map.of("pointsToDouble", training.plan().scaling().pointsToDouble(), "anchorPoints", training.plan().scaling().anchorPoints(),
                "anchorOdds", training.plan().scaling().anchorOdds(), "factor", training.plan().scaling().factor(),
                "offset", training.plan().scaling().offset()));
        file.put("validation", validation(training));
        try {
            return JSON.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> plan(TrainingPlan plan) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("mostBins", plan.bins().mostBins());
        told.put("leastShare", plan.bins().leastShare());
        told.put("trend", plan.bins().trend());
        told.put("smoothing", plan.bins().smoothing());
        told.put("fineBins", plan.bins().fineBins());
        told.put("leastIv", plan.leastIv());
        told.put("mostCorrelation", plan.mostCorrelation());
        told.put("mostFactors", plan.mostFactors());
        told.put("ridge", plan.ridge());
        told.put("folds", plan.folds());
        told.put("repeats", plan.repeats());
        told.put("seed", plan.seed());
        return told;
    }

    private static List<Map<String, Object>> factors(Training training) {
        ScorecardPoints points = ScorecardPoints.of(training.model(), training.plan().scaling());
        List<Map<String, Object>> factors = new ArrayList<>();
        for (int k = 0; k < points.factors().size(); k++) {
            ScorecardPoints.FactorPoints factor = points.factors().get(k);
            Binning binning = factor.binning();
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("factor", binning.factor());
            told.put("variable", ScorecardFile.variable(binning.factor()));
            told.put("type", binning.number() ? "number" : "text");
            told.put("coefficient", training.model().coefficient(k));
            told.put("standardError", training.model().fit().standardErrors()[k + 1]);
            told.put("informationValue", binning.iv());
            told.put("bins", factor.bins().stream().map(ModelFile::bin).toList());
            factors.add(told);
        }
        return factors;
    }

    private static Map<String, Object> bin(ScorecardPoints.BinPoints points) {
        Bin bin = points.bin();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", bin.kind());
        told.put("label", bin.label());
        if (bin.kind() == Bin.Kind.INTERVAL) {
            told.put("from", Double.isInfinite(bin.lower()) ? null : bin.lower());
            told.put("below", Double.isInfinite(bin.upper()) ? null : bin.upper());
        } else if (bin.kind() != Bin.Kind.MISSING) {
            told.put("levels", bin.levels());
        }
        told.put("good", bin.good());
        told.put("bad", bin.bad());
        told.put("woe", bin.woe());
        told.put("points", points.points());
        told.put("scaledPoints", points.scaled());
        return told;
    }

    private static Map<String, Object> validation(Training training) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("onTrainingCases", discrimination(training.fitted()));
        told.put("heldBack", discrimination(training.heldBack()));
        told.put("aucOfRepeats", training.tried().aucs());
        told.put("meanAuc", training.tried().meanAuc());
        told.put("deviation", training.tried().deviation());
        told.put("timesChosen", training.tried().timesChosen());
        told.put("models", training.tried().models());
        told.put("brier", training.calibrated().brier());
        told.put("hosmerLemeshowP", training.calibrated().pValue());
        told.put("stability", training.stability());
        training.later().ifPresent(later -> told.put("later", Map.of("source", later.source(), "sha256", later.sha256(),
                "cases", later.cases(), "discrimination", discrimination(later.discrimination()), "stability", later.stability())));
        return told;
    }

    private static Map<String, Object> discrimination(Discrimination of) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("auc", short4(of.auc()));
        told.put("lower95", short4(of.lower()));
        told.put("upper95", short4(of.upper()));
        told.put("gini", short4(of.gini()));
        told.put("ks", short4(of.ks()));
        return told;
    }

    private static BigDecimal short4(double number) {
        return new BigDecimal(number).round(new MathContext(4));
    }
}
