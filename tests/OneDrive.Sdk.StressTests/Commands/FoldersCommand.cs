using System.CommandLine;
using OneDrive.Sdk.StressTests.Folders;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Sends a large tree up and down, and shows that memory does not grow with the number of files.</summary>
internal static class FoldersCommand
{
    internal static Command Create()
    {
        var files = new Option<int>("--files")
        {
            Description = "How many files of 1 to 50 KB go up and down.",
            DefaultValueFactory = _ => 10_000,
        };
        var listed = new Option<int>("--listed")
        {
            Description = "How many empty files the memory is watched for.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var command = new Command("folders", "A tree of many small files, 30 levels deep, up and down; and memory for a million files.")
        {
            files, listed,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var isRight = await RoundTrip.RunAsync(result.GetValue(files), cancellationToken);
            foreach (var shape in FolderShape.All(result.GetValue(listed)))
                isRight &= await FlatMemory.RunAsync(shape, cancellationToken);
            return isRight ? 0 : 1;
        });
        return command;
    }
}
