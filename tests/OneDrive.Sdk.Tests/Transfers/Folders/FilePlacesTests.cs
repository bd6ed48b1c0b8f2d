using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

public sealed class FilePlacesTests
{
    private long _refusals;

    [Fact]
    public async Task Leave_AfterRefusals_HalvesThePlacesOnceForAllFilesThatMetThem()
    {
        using var places = new FilePlaces(8, () => _refusals);
        await EnterAsync(places, 8);

        _refusals = 5;
        Leave(places, 1);
        _refusals = 9;
        Leave(places, 7);

        Assert.Equal(4, places.Limit);
        Assert.Equal(4, Free(places));
    }

    [Fact]
    public async Task Leave_WhenFilesGoThrough_GivesThePlacesBackOneByOne()
    {
        using var places = new FilePlaces(8, () => _refusals);
        await EnterAsync(places, 8);
        _refusals++;
        Leave(places, 8);

        var limits = new List<int>();
        for (var file = 0; file < 40; file++)
        {
            await places.EnterAsync(CancellationToken.None);
            Leave(places, 1);
            limits.Add(places.Limit);
        }

        Assert.Equal([4, 5, 6, 7, 8], limits.Distinct());
        Assert.InRange(limits.IndexOf(5), 3, 5);
        Assert.Equal(8, Free(places));
    }

    [Fact]
    public async Task Leave_WhenRefusalsGoOn_KeepsOnePlace()
    {
        using var places = new FilePlaces(3, () => _refusals);

        for (var file = 0; file < 10; file++)
        {
            await places.EnterAsync(CancellationToken.None);
            _refusals++;
            Leave(places, 1);
        }

        Assert.Equal((1, 1), (places.Limit, Free(places)));
    }

    [Fact]
    public async Task Leave_WhenNothingWasTransferred_GivesNoPlaceBack()
    {
        using var places = new FilePlaces(8, () => _refusals);
        await places.EnterAsync(CancellationToken.None);
        _refusals++;
        Leave(places, 1);

        for (var file = 0; file < 100; file++)
        {
            await places.EnterAsync(CancellationToken.None);
            places.Leave(wasTransferred: false);
        }

        Assert.Equal(4, places.Limit);
    }

    private static async Task EnterAsync(FilePlaces places, int count)
    {
        for (var index = 0; index < count; index++)
            await places.EnterAsync(CancellationToken.None);
    }

    private static void Leave(FilePlaces places, int count)
    {
        for (var index = 0; index < count; index++)
            places.Leave(wasTransferred: true);
    }

    private static int Free(FilePlaces places)
    {
        var count = 0;
        while (places.EnterAsync(CancellationToken.None).IsCompleted)
            count++;
        return count;
    }
}
