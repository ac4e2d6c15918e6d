package io.shouxin;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/**
 * Credit management (授信管理) for a bank, a leasing company or a trading group.
 *
 * <p>Started without arguments it serves the web applications and the API; with arguments it runs one command
 * ({@code help} lists them) and ends with that command's exit code.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Shouxin")
public class ShouxinApplication {

    public static void main(String[] args) {
        boolean settingsOnly = Arrays.stream(args).allMatch(argument -> argument.matches("--[\\w.-]+=.*"));
        if (!settingsOnly) {
            System.exit(Console.run(args));
        }
        SpringApplication.run(ShouxinApplication.class, args);
    }
}
