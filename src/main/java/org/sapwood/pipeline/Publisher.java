package org.sapwood.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a package at once: files are written into a folder beside the target, synced, and the folder is renamed into
 * place. Killed at any moment, the earlier package is whole: in place, or for the instant between two renames under
 * {@code .<name>.previous}, from where the next run puts it back.
 */
final class Publisher implements AutoCloseable {
    private final Path target;
    private final Path stage;
    private final Path previous;
    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;
    private boolean published;

    private Publisher(Path target, FileChannel channel, FileLock lock, Path lockFile) {
        this.target = target;
        this.stage = target.resolveSibling("." + target.getFileName() + ".partial");
        this.previous = target.resolveSibling("." + target.getFileName() + ".previous");
        this.channel = channel;
        this.lock = lock;
        this.lockFile = lockFile;
    }

    /**
     * Takes the target, and clears what a killed run may have left.
     *
     * @param target the package's folder
     * @return a publisher to be closed
     * @throws Refused when another run holds it or the place cannot be written
     */
    static Publisher open(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new Refused(ExitCode.ENVIRONMENT, List.of(target + ": a package needs a folder of its own"));
        }
        try {
            Files.createDirectories(parent);
            // A link to a folder stands for the folder: the link stays, and what it points at is replaced.
            Path real = Files.isDirectory(absolute)
                    ? absolute.toRealPath()
                    : parent.toRealPath().resolve(absolute.getFileName());
            if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused(
                        ExitCode.ENVIRONMENT, List.of(target + ": expected a folder or nothing; found another file"));
            }
            Path lockFile = real.resolveSibling("." + real.getFileName() + ".lock");
            Files.write(lockFile, new byte[0], StandardOpenOption.CREATE);
            @Nullable Object opened = identity(lockFile);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = tryLock(channel);
            // A lock on a file that its last holder has unlinked since excludes nobody.
            if (lock == null || !Objects.equals(opened, identity(lockFile))) {
                channel.close();
                throw new Refused(
                        ExitCode.BUSY,
                        List.of(target + ": another run" + holder(lockFile)
                                + " is writing this package; wait for it to end"));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            Publisher publisher = new Publisher(real, channel, lock, lockFile);
            publisher.recover();
            return publisher;
        } catch (IOException e) {
            throw environment(target, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Who holds the lock, as far as its file says; the file may be empty or gone by the time it is read. */
    private static String holder(Path lockFile) {
        try {
            String pid = Files.readString(lockFile, StandardCharsets.US_ASCII).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : "none";
    }

    private void recover() throws IOException {
        if (Files.exists(previous)) {
            if (Files.exists(target)) {
                delete(previous);
            } else {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        delete(stage);
        Files.createDirectory(stage);
    }

    /** Writes one file of the package. */
    void write(String name, byte[] bytes) {
        try (FileChannel out =
                FileChannel.open(stage.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        } catch (IOException e) {
            throw environment(target.resolve(name), e);
        }
    }

    /** Puts the package into place. */
    void publish() {
        try {
            sync(stage);
            if (Files.exists(target)) {
                Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
            published = true;
            sync(target.resolveSibling(""));
        } catch (IOException e) {
            putBack();
            throw environment(target, e);
        }
        try {
            delete(previous);
        } catch (IOException e) {
            // the new package is in place; the next run clears its predecessor
            return;
        }
    }

    /** Makes names in a folder last as their files do; where a system cannot open folders, its renames last by themselves. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private void putBack() {
        if (Files.exists(previous) && !Files.exists(target)) {
            try {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // the earlier package is whole where it is; the next run puts it back
                return;
            }
        }
    }

    private static Refused environment(Path place, IOException e) {
        return new Refused(
                ExitCode.ENVIRONMENT,
                List.of(place + ": cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "); check space and permissions. Nothing was published"));
    }

    @Override
    public void close() {
        try {
            if (!published) {
                delete(stage);
            }
            Files.deleteIfExists(lockFile); // while it is held, so that the next run makes one of its own
            lock.release();
            channel.close();
        } catch (IOException e) {
            // the package is in place or absent; what remains is cleared by the next run
            return;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                try (DirectoryStream<Path> left = Files.newDirectoryStream(dir)) {
                    for (Path path : left) {
                        Files.delete(path);
                    }
                }
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
