package io.shouxin.kernel;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which language a command tells what it found: the one asked for, else that of the machine, else English. */
public final class ConsoleLanguage {

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of what is told / 输出语言; by default that of the machine")
    private Language asked;

    public boolean isChinese() {
        return asked == null ? Locale.getDefault().getLanguage().equals("zh") : asked == Language.zh;
    }

    public String say(String chinese, String english) {
        return isChinese() ? chinese : english;
    }

    /** As one writes it on the command line. */
    enum Language {
        zh, en
    }
}
