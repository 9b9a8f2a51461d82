package com.humantraffickingexperts.lti.database;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Transactions that cost no round trip but their statements and their commit. */
@OnEachDatabase
class ReadyTransactionsTests {

	private final TestDatabase database;

	private final ReadyTransactions transactions;

	private final List<String> heard = new ArrayList<>();

	ReadyTransactionsTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.transactions = this.database.readyTransactions();
	}

	@BeforeEach
	void table() {
		this.database.jdbc().sql("create table noted (word varchar(20) primary key)").update();
	}

	@AfterEach
	void close() {
		this.transactions.close();
		this.database.close();
	}

	@Test
	void whatARepositoryWritesInOneIsThereWhenItEnds() {
		assertThat(this.transactions.execute(() -> {
			note("one");
			note("two");
			assertThat(this.heard).isEmpty();
			return noted();
		})).isEqualTo(2);
		assertThat(noted()).isEqualTo(2);
		assertThat(this.heard).containsExactly("one", "two");
	}

	@Test
	void nothingIsThereWhenItFails() {
		assertThatIllegalStateException().isThrownBy(() -> this.transactions.execute(() -> {
			note("one");
			throw new IllegalStateException();
		}));
		assertThat(noted()).isZero();
		assertThat(this.heard).isEmpty();
	}

	@Test
	void outsideOfOneEverythingIsSafeAtOnce() {
		note("one");
		assertThat(this.heard).containsExactly("one");
		assertThat(this.transactions.execute(this::noted)).isOne();
	}

	private void note(String word) {
		this.database.jdbc().sql("insert into noted (word) values (:word)").param("word", word).update();
		AfterCommit.run(() -> this.heard.add(word));
	}

	private int noted() {
		return this.database.jdbc().sql("select count(*) from noted").query(Integer.class).single();
	}

}
