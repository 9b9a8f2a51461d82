package com.humantraffickingexperts.lti.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one place where migrations differ between databases: what follows a table's closing
 * bracket.
 */
@Configuration(proxyBeanMethods = false)
class MigrationDialect {

	@Bean
	FlywayConfigurationCustomizer tableOptions(DataSource dataSource) {
		return (flyway) -> flyway.placeholders(placeholders(dataSource));
	}

	static Map<String, String> placeholders(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection()) {
			String product = connection.getMetaData().getDatabaseProductName();
			boolean innoDb = "MySQL".equals(product) || "MariaDB".equals(product);
			return Map.of("table_options", innoDb ? " engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin" : "");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be reached", ex);
		}
	}

}
