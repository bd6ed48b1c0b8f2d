using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>A client whose requests get the given answers, one after the other; the last one repeats.</summary>
internal sealed class AnswerCase : IAsyncDisposable
{
    private readonly Queue<Answer> _answers;

    internal AnswerCase(params Answer[] answers)
        : this(configure: null, answers)
    {
    }

    internal AnswerCase(Action<OneDriveOptions>? configure, params Answer[] answers)
    {
        _answers = new Queue<Answer>(answers);
        Service = new ScriptedService(_ => Next());
        Client = FieldClient.Create(Service, configure);
    }

    internal ScriptedService Service { get; }

    internal OneDriveClient Client { get; }

    internal static ItemAddress Folder => DriveAddress.ById("d").Item("f");

    /// <summary>The children of a folder, all pages.</summary>
    internal async Task<List<Models.DriveItem>> ListAsync()
    {
        List<Models.DriveItem> items = [];
        await foreach (var item in Client.Items.ListChildrenAsync(Folder))
        {
            items.Add(item);
        }

        return items;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }

    private Answer Next()
    {
        lock (_answers)
        {
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
    }
}
