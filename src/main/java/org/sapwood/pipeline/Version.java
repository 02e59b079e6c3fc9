package org.sapwood.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The program's name and version, as every output prints it. */
public final class Version {
    private Version() {}

    /** {@return for example {@code Sapwood 0.1.0}} */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/org/sapwood/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "Sapwood";
        }
        return "Sapwood " + properties.getProperty("version", "unreleased");
    }
}
