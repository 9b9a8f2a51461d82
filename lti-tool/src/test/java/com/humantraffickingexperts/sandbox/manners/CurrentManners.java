package com.humantraffickingexperts.sandbox.manners;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.state.StateFile;

/**
 * The manners the sandbox has now.
 */
@Component
public class CurrentManners {

	private static final String SECTION = "manners";

	private final StateFile state;

	private volatile Choice choice;

	public CurrentManners(StateFile state) {
		this.state = state;
		this.choice = state.read(SECTION, Choice.class).orElse(new Choice(Manners.GENERIC, null));
	}

	public Manners get() {
		return this.choice.manners();
	}

	public boolean are(Manners manners) {
		return get() == manners;
	}

	public void take(Manners manners) {
		choose(new Choice(manners, this.choice.platformStorage()));
	}

	/**
	 * Whether platform storage is offered.
	 * @return what was chosen, else what the manners have
	 */
	public boolean platformStorage() {
		return Optional.ofNullable(this.choice.platformStorage()).orElse(get().hasPlatformStorage());
	}

	/**
	 * Chooses whether platform storage is offered.
	 * @param offered the choice; null leaves it to the manners
	 */
	public void platformStorage(@Nullable Boolean offered) {
		choose(new Choice(get(), offered));
	}

	private void choose(Choice newChoice) {
		this.choice = newChoice;
		this.state.write(SECTION, newChoice);
	}

	record Choice(Manners manners, @Nullable Boolean platformStorage) {
	}

}
