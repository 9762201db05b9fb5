package org.throughline.mandates;

/// What pages about tasks depend on.
public final class TaskTags {

    public static final String TASKS = "mandates:tasks";

    private TaskTags() {}
}
