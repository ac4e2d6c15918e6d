package io.shouxin;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import picocli.CommandLine;

/**
 * The commands of {@code java -jar shouxin.jar COMMAND}. Help and mistakes in the call are answered at once; only a
 * command that really runs starts the application, unless it asks for nothing of it.
 */
@CommandLine.Command(name = "shouxin", description = "Credit management. Without a command it serves the web applications.",
        synopsisSubcommandLabel = "COMMAND", subcommands = CommandLine.HelpCommand.class)
final class Console implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Console() {
    }

    /** @return exit code: 0 done, 1 failed, 2 wrong call */
    static int run(String[] args) {
        CommandLine described = commandLine(Console::blank);
        CommandLine.ParseResult parsed;
        try {
            parsed = described.parseArgs(args);
        } catch (CommandLine.ParameterException wrong) {
            return described.execute(args);
        }
        boolean helpAsked = !parsed.hasSubcommand() || parsed.subcommand().isUsageHelpRequested()
                || parsed.subcommand().commandSpec().helpCommand();
        if (helpAsked || needsNoApplication(parsed.subcommand())) {
            return described.execute(args);
        }
        SpringApplication application = new SpringApplication(ShouxinApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles("console");
        try (ConfigurableApplicationContext context = application.run()) {
            return commandLine(context.getAutowireCapableBeanFactory()::createBean).execute(args);
        }
    }

    /** A command that asks for no desk works on any machine, also while the application holds its database. */
    private static boolean needsNoApplication(CommandLine.ParseResult command) {
        return command.commandSpec().userObject().getClass().getDeclaredConstructors()[0].getParameterCount() == 0;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command; 'help' lists them.");
    }

    private static CommandLine commandLine(Maker maker) {
        CommandLine line = new CommandLine(new Console());
        for (Class<?> command : commands()) {
            line.addSubcommand(new CommandLine(maker.make(command)));
        }
        return line.setUsageHelpAutoWidth(true);
    }

    private static List<Class<?>> commands() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(CommandLine.Command.class));
        return scanner.findCandidateComponents("io.shouxin").stream().map(BeanDefinition::getBeanClassName).sorted()
                .<Class<?>>map(Console::load).filter(Callable.class::isAssignableFrom).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** An instance that can describe itself and nothing more: its desks are missing. */
    private static Object blank(Class<?> command) {
        try {
            Constructor<?> constructor = command.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @FunctionalInterface
    private interface Maker {
        Object make(Class<?> command);
    }
}
