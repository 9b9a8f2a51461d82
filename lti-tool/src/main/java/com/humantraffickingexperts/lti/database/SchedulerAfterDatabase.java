package com.humantraffickingexperts.lti.database;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * Has the scheduler look for the database after there is one. It asks for this itself,
 * but by a name that Spring Boot 4 no longer uses, so that without this there is no
 * scheduler unless something else happens to put the database first.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = DbSchedulerAutoConfiguration.class)
class SchedulerAfterDatabase {

}
